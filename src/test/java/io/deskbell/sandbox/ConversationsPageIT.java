package io.deskbell.sandbox;

import static io.deskbell.sandbox.Events.fields;
import static io.deskbell.sandbox.Events.json;
import static io.deskbell.sandbox.Events.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskbell.Chromium;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsPageIT {
    private static final String CARDS = "[...document.querySelectorAll('.card')].map(c => "
            + "c.querySelector('.title').textContent + ' | ' + c.querySelector('.state').textContent).join('\\n')";

    @TempDir
    private Path profile;

    private final HttpClient client = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private Chromium browser;

    @BeforeEach
    void openThePage() throws IOException {
        assumeTrue(Chromium.command().isPresent(), "needs chromium");
        sandbox = Sandbox.start("key", 0);
        sandbox.introduce("+31612345678", "Anna de Vries");
        browser = new Chromium(profile);
        browser.open(sandbox.address().resolve("/"));
        browser.await("document.querySelector('#line-text').textContent === 'Live'");
    }

    @AfterEach
    void close() {
        if (browser != null) browser.close();
        if (sandbox != null) sandbox.stop();
        client.close();
    }

    @Test
    void conversationsComeAndChangeWhileThePageIsOpenAndOutliveAReload() throws Exception {
        assertEquals("true", browser.evaluate("document.querySelector('#empty').checkVisibility()"));
        post(fields("a", "Answered"));
        browser.await("document.querySelectorAll('.card').length === 1");
        assertEquals("Anna de Vries | In call", browser.evaluate(CARDS));
        assertEquals("false", browser.evaluate("document.querySelector('#empty').checkVisibility()"));
        post(fields("a", "Transfer"));
        browser.await("document.querySelector('.state').textContent === 'Transferred to 202'");
        post(with(fields("b", "Answered"), "PhoneNumber", "+442079460123"));
        browser.await("document.querySelectorAll('.card').length === 2");
        String before = browser.evaluate(CARDS);
        assertEquals("+442079460123 | In call\nAnna de Vries | Transferred to 202", before);
        browser.open(sandbox.address().resolve("/?again"));
        browser.await("location.search === '?again' && document.querySelectorAll('.card').length === 2");
        assertEquals(before, browser.evaluate(CARDS));
    }

    @Test
    void customersOpenedWithoutACallAreShownAndOutliveAReload() throws Exception {
        assertEquals("false", browser.evaluate("document.querySelector('#opened').checkVisibility()"));
        sandbox.answerShowingWith(429);
        show();
        show();
        browser.await("document.querySelectorAll('#opened-list .event').length === 2");
        String first = "201 accepted | for agent@example.com | Anna de Vries · +31612345678 · <b>K1001</b>";
        String opened = "[...document.querySelectorAll('#opened-list .event')].map(o => ['.status', '.type', "
                + "'.customer'].map(c => o.querySelector(c).textContent).join(' | ')).join('\\n')";
        assertEquals(first + "\n429 too many |  | ", browser.evaluate(opened));
        assertEquals("false", browser.evaluate("document.querySelector('#empty').checkVisibility()"));
        browser.open(sandbox.address().resolve("/?again"));
        browser.await("location.search === '?again' && document.querySelectorAll('#opened-list .event').length === 2");
        assertEquals(first + "\n429 too many |  | ", browser.evaluate(opened));
    }

    private void show() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(sandbox.address().resolve("/showcustomer"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("key:secret".getBytes(UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"user_email_address": "agent@example.com", "customer": {"phone_number": "+31612345678",
                         "external_identifier": "<b>K1001</b>"}}""")).build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
    }

    @Test
    void thePageComesBackByItselfAfterTheSandboxWasAway() throws Exception {
        post(fields("a", "Answered"));
        browser.await("document.querySelectorAll('.card').length === 1");
        int port = sandbox.address().getPort();
        sandbox.stop();
        browser.await("document.querySelector('#line-text').textContent === 'Reconnecting'");
        sandbox = Sandbox.start("key", port);
        post(fields("b", "Answered"));
        browser.await("document.querySelector('#line-text').textContent === 'Live'");
        browser.await("document.querySelector('.facts')?.textContent.endsWith('b')");
        assertEquals("+31612345678 | In call", browser.evaluate(CARDS));
    }

    @Test
    void whatIsReceivedIsTextAndNothingElse() throws Exception {
        post(with(with(fields("<img src=x onerror=document.title=1>", "Answered"), "FilterField", "<b>f</b>"),
                "FilterValue", "</template><script>document.title=2</script>"));
        browser.await("document.querySelectorAll('.card').length === 1");
        assertEquals("0", browser.evaluate("document.querySelectorAll('.card img, .card b, .card script').length"));
        assertEquals("(1) Agent Inbox sandbox", browser.evaluate("document.title"));
    }

    @Test
    void narrowAndWideNothingStandsOut() throws Exception {
        post(with(fields("a".repeat(150), "Answered"), "PhoneReferrer", "+31201234567"));
        browser.await("document.querySelectorAll('.card').length === 1");
        for (int width : new int[] {320, 480, 1280}) {
            browser.look(width, 800, width == 480);
            browser.evaluate("document.querySelector('details').open = true");
            assertEquals(width + "", browser.evaluate("document.documentElement.scrollWidth"));
        }
    }

    private void post(Map<String, String> event) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.address() + "/voip/registerevent/key"))
                .POST(HttpRequest.BodyPublishers.ofString(json(event))).build();
        assertEquals(201, client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode());
    }
}

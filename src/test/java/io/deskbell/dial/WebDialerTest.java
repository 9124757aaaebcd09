package io.deskbell.dial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.config.DialSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.ClosedPort;
import io.deskbell.source.Dialer;
import io.deskbell.source.Dialer.Calling;
import io.deskbell.source.Dialer.Refused;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebDialerTest {
    private final MockWebServer phone = new MockWebServer();

    @BeforeEach
    void switchOn() throws IOException {
        phone.start();
    }

    @AfterEach
    void switchOff() {
        phone.close();
    }

    @Test
    void thePhoneIsCalledUpWithTheNumber() throws Exception {
        phone.enqueue(answer(200));
        assertEquals(new Calling(), dial("0612345678", ""));
        assertEquals("/servlet?key=number=0612345678", phone.takeRequest().getTarget());
    }

    @Test
    void aPlusIsNoSpace() throws Exception {
        phone.enqueue(answer(200));
        assertEquals(new Calling(), dial("+31612345678", ""));
        assertEquals("/servlet?key=number=%2B31612345678", phone.takeRequest().getTarget());
    }

    @Test
    void itLogsInByDigestWhereThePhoneAsksForIt() throws Exception {
        phone.enqueue(asking("Digest realm=\"phone\", nonce=\"abc\", qop=\"auth\", algorithm=MD5"));
        phone.enqueue(answer(200));
        assertEquals(new Calling(), dial("202", "admin"));
        phone.takeRequest();
        String login = phone.takeRequest().getHeaders().get("Authorization");
        assertTrue(login.startsWith("Digest ") && login.contains("username=\"admin\""), login);
    }

    @Test
    void andInClearWhereItAsksForThat() throws Exception {
        phone.enqueue(asking("Basic realm=\"phone\""));
        phone.enqueue(answer(200));
        assertEquals(new Calling(), dial("202", "admin"));
        phone.takeRequest();
        assertEquals("Basic YWRtaW46c2VjcmV0", phone.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void aWrongPasswordIsSaidAndNotTriedForEver() {
        for (int i = 0; i < 5; i++) phone.enqueue(asking("Digest realm=\"phone\", nonce=\"abc\", qop=\"auth\""));
        assertEquals(new Refused("the phone at " + phone.getHostName() + " wants a log-in: check [dial] user and"
                + " password"), dial("202", "admin"));
        assertTrue(phone.getRequestCount() <= 3, () -> phone.getRequestCount() + " times");
    }

    @Test
    void aLogInOfAnotherKindIsSaidToo() {
        phone.enqueue(asking("Bearer realm=\"phone\""));
        phone.enqueue(answer(401));
        assertTrue(why("admin").contains("wants a log-in"));
        assertTrue(why("admin").contains("wants a log-in"));
    }

    @Test
    void eachRefusalSaysWhatToDo() {
        phone.enqueue(answer(403));
        phone.enqueue(answer(404));
        phone.enqueue(answer(500));
        assertTrue(why("").contains("allow its address in the phone's settings"));
        assertTrue(why("").contains("check [dial] url"));
        assertTrue(why("").contains("refuses (500)"));
    }

    @Test
    void whereItIsSentItDoesNotGo() throws Exception {
        phone.enqueue(new MockResponse(302, Headers.of("Location", "http://127.0.0.1:9/elsewhere"), ""));
        assertEquals(new Calling(), dial("202", ""));
        assertEquals(1, phone.getRequestCount());
    }

    @Test
    void aPhoneThatIsOffDoesNotAnswer() throws Exception {
        try (ClosedPort closed = ClosedPort.hold()) {
            String url = url().replace(":" + phone.getPort(), ":" + closed.port());
            Dialer.Outcome outcome = dialer(url, "").dial("202", () -> { });
            assertTrue(assertInstanceOf(Refused.class, outcome).why().contains("is it switched on?"));
        }
    }

    private String why(String user) {
        return assertInstanceOf(Refused.class, dial("202", user)).why();
    }

    private Dialer.Outcome dial(String digits, String user) {
        return dialer(url(), user).dial(digits, () -> { });
    }

    private String url() {
        return "http://" + phone.getHostName() + ":" + phone.getPort() + "/servlet?key=number={number}";
    }

    private static WebDialer dialer(String url, String user) {
        return new WebDialer(new OkHttpClient(), new DialSettings(Optional.of(url), user, new Secret("secret"),
                List.of(), false, Optional.empty()));
    }

    private static MockResponse answer(int code) {
        return new MockResponse(code, Headers.of(), "");
    }

    private static MockResponse asking(String challenge) {
        return new MockResponse(401, Headers.of("WWW-Authenticate", challenge), "");
    }
}

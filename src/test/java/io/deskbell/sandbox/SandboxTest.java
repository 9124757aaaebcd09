package io.deskbell.sandbox;

import static io.deskbell.sandbox.Events.body;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start("key 1", 0);
    }

    @AfterEach
    void stop() {
        sandbox.stop();
        client.close();
    }

    @Test
    void eventsAreAnsweredAsTheContractSays() throws Exception {
        assertEquals("201 ", post("key%201", body("a", "Answered")));
        assertEquals("400 The body is not one JSON object.", post("key%201", "hello"));
        assertEquals("401 The key is wrong.", post("key%202", body("a", "Answered")));
        assertEquals("401 The key is wrong.", post("", body("a", "Answered")));
        assertEquals("406 PhoneNumber is not an international number such as +31201234567.",
                post("key%201", body("a", "Answered").replace("+31", "0")));
        assertEquals(List.of("Answered of a: 201", "unreadable of no call: 400", "unreadable of no call: 401",
                "unreadable of no call: 401", "Answered of a: 406"),
                sandbox.received().stream().map(Received::toString).toList());
    }

    @Test
    void customersAreShownToWhomHasKeyAndSecret() throws Exception {
        String customer = "{\"user_email_address\":\"a@example.com\",\"customer\":{\"phone_number\":\"+31612345678\"}}";
        assertEquals("201 ", show("key 1:secret", customer));
        assertEquals("401 The key or its secret is wrong.", show("key 1:", customer));
        assertEquals("401 The key or its secret is wrong.", show("key 2:secret", customer));
        assertEquals("400 customer has neither email_address nor phone_number.",
                show("key 1:secret", "{\"customer\":{}}"));
        assertEquals("400 phone_number is not an international number such as +31201234567.",
                show("key 1:secret", customer.replace("+31", "0")));
        assertEquals("400 The body is not one JSON object.", show("key 1:secret", "hello"));
        sandbox.answerShowingWith(429);
        assertEquals("429 The sandbox was told to say so.", show("key 1:secret", customer));
        assertEquals(List.of(201, 401, 401, 400, 400, 400, 429),
                sandbox.shown().stream().map(Shown::status).toList());
        assertEquals("show customer: 201", sandbox.shown().getFirst().toString());
    }

    private String show(String pair, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sandbox.address().resolve("/showcustomer"))
                .header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    @Test
    void listenersHearOfAnEventBeforeItsSenderHasTheAnswer() throws Exception {
        List<Received> heard = new ArrayList<>();
        sandbox.onReceived(heard::add);
        post("key%201", body("a", "Answered"));
        post("key%201", body("a", "Disconnected"));
        assertEquals(sandbox.received(), heard);
        assertEquals(List.of(true, true), heard.stream().map(Received::wasAccepted).toList());
    }

    @Test
    void itAnswersWhatItIsToldAndThenTheTruthAgain() throws Exception {
        sandbox.answerWith(503, 429, 500);
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 4; i++) answers.add(post("key%201", body("a", "Answered")));
        assertEquals(List.of("503 The sandbox was told to say so.", "429 The sandbox was told to say so.",
                "500 The sandbox was told to say so.", "201 "), answers);
        assertThrows(IllegalArgumentException.class, () -> sandbox.answerWith(99));
    }

    @Test
    void aHelpdeskThatIsBusySaysWhenToComeBack() throws Exception {
        sandbox.answerWith(503);
        HttpResponse<String> answer = send(request("/voip/registerevent/key%201")
                .POST(HttpRequest.BodyPublishers.ofString(body("a", "Answered"))).build());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
    }

    @Test
    void unavailableMeansNoAnswerAtAll() throws Exception {
        sandbox.unavailable(true);
        assertThrows(IOException.class, () -> post("key%201", body("a", "Answered")));
        sandbox.unavailable(false);
        assertEquals("201 ", post("key%201", body("a", "Answered")));
        assertEquals(List.of(Received.NO_ANSWER, 201), // The client may have tried the dropped request twice.
                sandbox.received().stream().map(Received::status).distinct().toList());
    }

    @Test
    void aBodyOfMoreThanSixtyFourKilobytesIsTurnedAway() throws Exception {
        assertEquals("413 An event has at most 65536 bytes.", post("key%201", "x".repeat(65_537)));
        assertEquals("400 The body is not one JSON object.", post("key%201", "x".repeat(65_536)));
    }

    @Test
    void whoComesByAnotherNameIsTurnedAway() throws Exception {
        int port = sandbox.address().getPort();
        assertEquals("421", raw("GET / HTTP/1.1\r\nHost: evil.example:" + port));
        assertEquals("421", raw("GET /live HTTP/1.1\r\nHost: 127.0.0.1.evil.example"));
        assertEquals("421", raw("GET / HTTP/1.1\r\nX-Host: none"));
        assertEquals("200", raw("GET / HTTP/1.1\r\nHost: localhost:" + port));
        assertEquals("421", raw("POST /voip/registerevent/key%201 HTTP/1.1\r\nHost: "
                + "127.0.0.1:" + port + "\r\nOrigin: https://evil.example\r\nContent-Length: 0"));
    }

    @Test
    void thePageAsksForNothingFromOutside() throws Exception {
        for (String path : List.of("/", "/conversations.css", "/conversations.js")) {
            HttpResponse<String> page = send(request(path).build());
            assertEquals(200, page.statusCode());
            String policy = page.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.startsWith("default-src 'none'"), policy);
            String text = page.body().replace("http://www.w3.org/2000/svg", "");
            assertEquals(List.of(), Stream.of("http:", "https:", "innerHTML", "outerHTML", "insertAdjacentHTML",
                    "document.write", "eval(", "@import").filter(text::contains).toList(), path);
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertEquals(404, send(request("/../etc/passwd").build()).statusCode());
        assertEquals(405, send(request("/").POST(HttpRequest.BodyPublishers.noBody()).build()).statusCode());
        assertEquals(405, send(request("/voip/registerevent/key%201").build()).statusCode());
    }

    @Test
    void thePagesStreamBeginsWithAllThereIsAndGoesOn() throws Exception {
        post("key%201", body("a", "Answered"));
        HttpResponse<Stream<String>> live = client.send(request("/live").build(), HttpResponse.BodyHandlers.ofLines());
        assertEquals("text/event-stream; charset=utf-8", live.headers().firstValue("Content-Type").orElseThrow());
        try (Stream<String> lines = live.body()) {
            Iterator<String> events = lines.filter(line -> line.startsWith("event: ")).iterator();
            assertEquals("event: state", events.next());
            post("key%201", body("a", "Disconnected"));
            assertEquals("event: conversation", events.next());
        }
    }

    @Test
    void aPortThatIsTakenIsSaidInWords() {
        int taken = sandbox.address().getPort();
        IOException why = assertThrows(IOException.class, () -> Sandbox.start("key", taken));
        assertEquals("port " + taken + " is taken on this computer; choose another, or 0 for a free one",
                why.getMessage());
    }

    @Test
    void itListensToThisComputerOnly() {
        assertTrue(URI.create("http://127.0.0.1:" + sandbox.address().getPort()).equals(sandbox.address()));
        assertThrows(IOException.class, () -> {
            InetAddress other = InetAddress.getByName("127.0.0.2");
            new Socket(other, sandbox.address().getPort()).close();
        });
    }

    private String post(String key, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request("/voip/registerevent/" + key)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build());
        return answer.statusCode() + " " + answer.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(sandbox.address() + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** The status answered to a request written by hand. */
    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), sandbox.address().getPort())) {
            String whole = request + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(whole.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split(" ")[1];
        }
    }
}

package io.deskbell.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.deskbell.call.Extension;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Reason;
import io.deskbell.config.LookupSettings;
import io.deskbell.config.Secret;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An address that is asked, over a real socket, with all that can go wrong there. */
@Timeout(60)
class WebLookupTest {
    private static final Caller CALLER = new Caller(new PhoneNumber("+31612345678"), new Extension("201"),
            Optional.of("+31201234567"));

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void begin() throws IOException {
        server.start();
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    void theNumberGoesIntoTheAddressAndTheAnswerIsReadWhereItIsSaid() throws Exception {
        server.enqueue(json("{\"customer\":{\"id\":4711,\"name\":\"Jansen\"}}"));
        assertEquals("4711 Jansen", ask(web("/c?p={phone}&d={phone_digits}&e={extension}&r={referrer}",
                "/customer/id", "/customer/name")));
        assertEquals("/c?p=%2B31612345678&d=31612345678&e=201&r=%2B31201234567",
                server.takeRequest().getTarget());
    }

    @Test
    void plainTextAFieldsNameAndAListOfOneAreUnderstood() {
        server.enqueue(new MockResponse.Builder().body("k7\nJansen & Zn\n").build());
        assertEquals("k7 Jansen & Zn", ask(web("/?p={phone}", "", "")));
        server.enqueue(json("[{\"id\":\"k7\"}]"));
        assertEquals("k7 -", ask(web("/?p={phone}", "id", "")));
    }

    @Test
    void nobodyAndSeveralTellNothing() {
        server.enqueue(new MockResponse.Builder().code(404).build());
        assertEquals("- -", ask(web("/?p={phone}", "id", "")));
        server.enqueue(new MockResponse.Builder().code(204).build());
        assertEquals("- -", ask(web("/?p={phone}", "id", "")));
        server.enqueue(json("[{\"id\":1},{\"id\":2}]"));
        assertEquals("- -", ask(web("/?p={phone}", "id", "")));
        server.enqueue(json("{\"id\":null,\"name\":\"\"}"));
        assertEquals("- -", ask(web("/?p={phone}", "id", "name")));
        server.enqueue(new MockResponse.Builder().body("").build());
        assertEquals("- -", ask(web("/?p={phone}", "", "")));
    }

    @Test
    void tokenAndPasswordGoInTheirHeaders() throws Exception {
        server.enqueue(json("{}"));
        ask(new LookupSettings.Web(url("/?p={phone}"), Optional.of("id"), Optional.empty(), "X-Api-Key: k {token}",
                new Secret("t0k"), "", new Secret(""), Duration.ofSeconds(20), Duration.ofMinutes(1)));
        assertEquals("k t0k", server.takeRequest().getHeaders().get("X-Api-Key"));
        server.enqueue(json("{}"));
        ask(new LookupSettings.Web(url("/?p={phone}"), Optional.of("id"), Optional.empty(), "X: {token}",
                new Secret(""), "user", new Secret("pass"), Duration.ofSeconds(20), Duration.ofMinutes(1)));
        assertEquals("Basic dXNlcjpwYXNz", server.takeRequest().getHeaders().get("Authorization"));
    }

    @Test
    void everyFaultIsNamedAndHoldsNeitherNumberNorKey() {
        String host = server.getHostName();
        assertEquals(LookupReason.LOGIN.of(host, 401), fault(status(401)));
        assertEquals(LookupReason.LOGIN.of(host, 403), fault(status(403)));
        assertEquals(LookupReason.TOO_MANY.of(host, 429), fault(status(429)));
        assertEquals(LookupReason.SERVER_FAULT.of(host, 500), fault(status(500)));
        assertEquals(LookupReason.REFUSED.of(host, 400), fault(status(400)));
        assertEquals(LookupReason.REDIRECTED.of(host, 302),
                fault(status(302).newBuilder().addHeader("Location", "http://elsewhere.example/").build()));
        assertEquals(LookupReason.PAGE.of(host), fault(new MockResponse.Builder().body("<html>sign in").build()));
        assertEquals(LookupReason.NOT_JSON.of(host), fault(json("{\"id\":")));
        assertEquals(LookupReason.UNFIT.of(host), fault(json("{\"id\":\"" + "x".repeat(201) + "\"}")));
        assertEquals(LookupReason.BROKE_OFF.of(host), fault(new MockResponse.Builder().body("12345")
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE).build()));
    }

    @Test
    void whatHangsIsGivenUpAndWhatIsAwayIsSaid() {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build();
            }
        });
        LookupSettings.Web soon = new LookupSettings.Web(url("/?p={phone}"), Optional.of("id"), Optional.empty(),
                "X: {token}", new Secret(""), "", new Secret(""), Duration.ofMillis(200), Duration.ofMinutes(1));
        assertEquals(LookupReason.SILENT.of(server.getHostName(), 0L), reason(soon));
        LookupSettings.Web away = web("/?p={phone}", "id", "");
        server.close();
        assertEquals(LookupReason.NOT_CONNECTED.of(server.getHostName()), reason(away));
    }

    @Test
    void acertificateNobodyKnowsIsNoSafeConnection() {
        HeldCertificate own = new HeldCertificate.Builder().addSubjectAlternativeName(server.getHostName()).build();
        server.close();
        MockWebServer safe = new MockWebServer();
        safe.useHttps(new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
        safe.enqueue(json("{}"));
        try (safe) {
            safe.start();
            LookupSettings.Web https = new LookupSettings.Web(safe.url("/") + "?p={phone}", Optional.of("id"),
                    Optional.empty(), "X: {token}", new Secret("t"), "", new Secret(""), Duration.ofSeconds(20),
                    Duration.ofMinutes(1));
            assertEquals(LookupReason.UNSAFE.of(safe.getHostName()), reason(https));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void anAnswerHoldsAndWhoAsksMeanwhileWaitsForTheSame() throws Exception {
        server.enqueue(json("{\"id\":1}"));
        try (WebLookup lookup = new WebLookup(web("/?p={phone}", "id", ""), Clock.systemUTC())) {
            var first = lookup.find(CALLER);
            assertSame(first, lookup.find(CALLER));
            assertEquals("1 -", Lists.who(first.get()));
            assertSame(first, lookup.find(CALLER));
            assertEquals(1, server.getRequestCount());
        }
    }

    private Reason fault(MockResponse response) {
        server.enqueue(response);
        return reason(web("/?p={phone}", "id", ""));
    }

    private static Reason reason(LookupSettings.Web settings) {
        try (WebQuestion question = new WebQuestion(settings)) {
            Answer answer = question.ask(question.addressFor(CALLER));
            String words = answer instanceof Answer.Fault fault ? fault.reason().english() : "told";
            assertFalse(words.contains("612345678") || words.contains("t0k"), words);
            return answer instanceof Answer.Fault fault ? fault.reason() : Reason.words("told");
        }
    }

    private static String ask(LookupSettings.Web settings) {
        try (WebQuestion question = new WebQuestion(settings)) {
            Answer answer = question.ask(question.addressFor(CALLER));
            assertEquals(Answer.Told.class, answer.getClass(), answer.toString());
            return Lists.who(answer.found());
        }
    }

    private LookupSettings.Web web(String path, String value, String name) {
        return new LookupSettings.Web(url(path), Optional.of(value).filter(at -> !at.isEmpty()),
                Optional.of(name).filter(at -> !at.isEmpty()), "X-Api-Key: {token}", new Secret("t0k"), "",
                new Secret(""), Duration.ofSeconds(20), Duration.ofMinutes(10));
    }

    private String url(String path) {
        return "http://" + server.getHostName() + ":" + server.getPort() + path;
    }

    private static MockResponse status(int code) {
        return new MockResponse.Builder().code(code).build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder().addHeader("Content-Type", "application/json").body(body).build();
    }
}

package io.deskbell.source.threecx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.Secret;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.Exchange;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.ShiftedClock;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeCxSourceTest {
    private static final String CUSTOMER = "+31612345678";
    private static final String KEY_PRESSED =
            "{\"sequence\":1,\"event\":{\"event_type\":2,\"entity\":\"/callcontrol/201\",\"attached_data\":null}}";

    private final ShiftedClock clock = new ShiftedClock();
    private final BlockingQueue<String> taped = new LinkedBlockingQueue<>();
    private ThreeCxServer server;

    @BeforeEach
    void start() throws Exception {
        server = ThreeCxServer.open("201", "202");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ThreeCxSource source() {
        return source(ThreeCxServer.KEY, "201", Optional.empty(), server.trusting());
    }

    private ThreeCxSource source(String key, String dn, Optional<String> device, OkHttpClient client) {
        return new ThreeCxSource(settings(key, dn, device), ThreeCxSourceTest::plan, clock,
                ThreeCxSteps.NONE, new Kept(), client);
    }

    private ThreeCxSettings settings(String key, String dn, Optional<String> device) {
        return new ThreeCxSettings(server.url(), ThreeCxServer.ID, new Secret(key), dn, Map.of(), device, true);
    }

    private static NumberPlan plan(Extension extension) {
        return new NumberPlan("NL", new DigitLengths("2..5"), "", extension);
    }

    private static String lost(WatchedSource watched) throws InterruptedException {
        String word = watched.next();
        while (word.startsWith("watching") || word.startsWith("all:")) word = watched.next();
        return word;
    }

    @Test
    void aCallIsFollowedFromItsFirstRingToItsEnd() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            int call = server.exchange().newCall();
            server.exchange().ring(call, "201", CUSTOMER, "");
            watched.says("RINGING from " + CUSTOMER);
            server.exchange().connect(call, "201");
            watched.says("CONNECTED from " + CUSTOMER);
            server.exchange().end(call);
            watched.says("all: [ENDED from " + CUSTOMER + "]");
        }
    }

    @Test
    void whatThereIsIsAskedForWhenTheWebsocketIsOpen() throws Exception {
        server.exchange().ring(server.exchange().newCall(), "201", CUSTOMER, "");
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: [RINGING from " + CUSTOMER + "]");
        }
        assertTrue(server.awaitQuestion("POST /connect/token").contains("grant_type=client_credentials"));
        assertEquals("GET /callcontrol/ws", server.awaitQuestion("GET"));
        assertEquals("GET /callcontrol", server.awaitQuestion("GET"));
    }

    @Test
    void anAnswerThatFailedIsAskedForAgain() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            server.fails("/callcontrol/201/participants", 500);
            int call = server.exchange().newCall();
            server.exchange().ring(call, "201", CUSTOMER, "");
            server.awaitQuestion("GET /callcontrol/201/participants");
            server.say(KEY_PRESSED); // Not taken before the answer is.
            assertEquals(KEY_PRESSED, tapedUntil(KEY_PRESSED));
            clock.putForward(Duration.ofSeconds(5));
            server.say(KEY_PRESSED); // It looks at the clock, else after five real seconds.
            watched.says("all: [RINGING from " + CUSTOMER + "]"); // All is asked for, when one answer failed.
            server.exchange().connect(call, "201");
            watched.says("CONNECTED from " + CUSTOMER);
        }
    }

    @Test
    void aTokenThatHasEndedIsReplacedOnce() throws Exception {
        ThreeCxSource source = source();
        try (WatchedSource watched = WatchedSource.start(source)) {
            watched.says("watching", "all: []");
            clock.putForward(Duration.ofSeconds(40)); // Older than any that is refused for another reason.
            server.expireTokens();
            server.exchange().ring(server.exchange().newCall(), "201", CUSTOMER, "");
            watched.says("RINGING from " + CUSTOMER);
        }
        clock.putForward(Duration.ofSeconds(40));
        server.fails("/callcontrol/ws", 401);
        server.fails("/callcontrol/ws", 401);
        assertTrue(lostBy(source).getMessage().startsWith("3CX gives a token and then refuses it"));
    }

    @Test
    void aWebsocketThatIsLostIsLostInWords() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source())) {
            watched.says("watching", "all: []");
            server.dropSockets();
            assertTrue(lost(watched).matches("lost: (the connection to 127.0.0.1 port \\d+ was lost"
                    + "|127.0.0.1 port \\d+ ended the connection)"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /connect/token  | 400 | lost: 3CX refuses the client id or its key
            /connect/token  | 401 | lost: 3CX refuses the client id or its key
            /connect/token  | 403 | lost: 3CX does not let this computer in (403)
            /connect/token  | 404 | lost: 127.0.0.1 gives out no tokens (404)
            /connect/token  | 429 | lost: 3CX is asked too often (429)
            /connect/token  | 503 | lost: 3CX cannot answer now (503)
            /connect/token  | 0   | lost: 127.0.0.1 gives out no tokens (200)
            /callcontrol/ws | 403 | lost: 3CX does not let this API client see calls (403)
            /callcontrol/ws | 404 | lost: 127.0.0.1 has no Call Control API (404)
            /callcontrol/ws | 429 | lost: 3CX is asked too often (429)
            /callcontrol/ws | 500 | lost: 3CX cannot answer now (500)
            /callcontrol/ws | 200 | lost: 127.0.0.1 opens no websocket (200)
            """)
    void whyItCannotBeWatchedIsSaidInWords(String path, int status, String words) throws Exception {
        server.fails(path, status);
        try (WatchedSource watched = WatchedSource.start(source())) {
            String said = watched.next();
            assertTrue(said.startsWith(words), said);
        }
    }

    @Test
    void anExtensionThatIsNotListedIsNamed() throws Exception {
        try (WatchedSource watched = WatchedSource.start(source(ThreeCxServer.KEY, "205", Optional.empty(),
                server.trusting()))) {
            assertEquals("lost: extension 205 is not listed at the API client: add it at Admin > Integrations > API, or"
                    + " check [3cx] dn", watched.next());
        }
    }

    @Test
    void aWrongKeyIsNotTriedInATightLoop() throws Exception {
        ThreeCxSource source = source("wrong", "201", Optional.empty(), server.trusting());
        LineLostException why = lostBy(source);
        assertTrue(why.getMessage().startsWith("3CX refuses the client id or its key"), why.getMessage());
        Duration first = why.pause().orElseThrow();
        assertTrue(first.toMillis() >= 2_500 && first.toMillis() <= 5_000, first.toString());
        for (int i = 0; i < 6; i++) why = lostBy(source);
        assertTrue(why.pause().orElseThrow().toSeconds() >= 60, why.pause().toString());
    }

    @Test
    void tokensThatAreAllRefusedAreNotAskedForWithoutEnd() throws Exception {
        server.refuseAllTokens();
        LineLostException why = lostBy(source());
        assertTrue(why.getMessage().startsWith("3CX gives a token and then refuses it"), why.getMessage());
        assertTrue(server.awaitQuestion("POST").startsWith("POST /connect/token"));
    }

    @Test
    void aNumberIsDialledOnceThoughTheConnectionIsLost() throws Exception {
        server.close();
        server = ThreeCxServer.plain("201");
        server.fails("/callcontrol/201/makecall", -1);
        assertInstanceOf(Dialer.Refused.class, source().dialer().orElseThrow().dial("0612345678", () -> { }));
        assertTrue(server.awaitQuestion("POST /callcontrol").startsWith("POST /callcontrol/201/makecall"));
    }

    @Test
    void aPauseThatIsAskedForIsKept() throws Exception {
        server.fails("/connect/token", 429);
        assertEquals(Optional.of(Duration.ofSeconds(7)), lostBy(source()).pause());
    }

    @Test
    void aCertificateThatIsNotTrustedIsSaidToBe() throws Exception {
        LineLostException why = lostBy(source(ThreeCxServer.KEY, "201", Optional.empty(), new OkHttpClient()));
        assertTrue(why.getMessage().startsWith("the certificate of 127.0.0.1 is not trusted"), why.getMessage());
    }

    @Test
    void theKeyStandsInNoWordsAboutTrouble() throws Exception {
        server.fails("/connect/token", 400);
        assertTrue(!lostBy(source()).toString().contains(ThreeCxServer.KEY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"finalstatus":"Success","reason":"None"}                            | Calling[]
            {"finalstatus":"Failed","reason":"Busy"}                             | Busy[]
            {"finalstatus":"Failed","reason":"NoAnswer"}                         | NotPickedUp[]
            {"finalstatus":"Failed","reason":"NotRegistered"}                    | no phone of the extension is regist
            {"finalstatus":"Failed","reason":"X","reasontext":"no 0612345678 "}  | 3CX does not dial: no …
            {"finalstatus":"Failed","reason":null}                               | 3CX does not dial: Failed
            """)
    void whatCameOfDiallingIsSaidInWords(String answer, String words) throws Exception {
        server.answersCalls(answer);
        Dialer.Outcome outcome = source().dialer().orElseThrow().dial("0612345678", () -> { });
        String said = outcome instanceof Dialer.Refused refused ? refused.why() : outcome.toString();
        assertTrue(said.startsWith(words), said);
    }

    @Test
    void theChosenPhoneIsAskedToDial() throws Exception {
        server.answersCalls("{\"finalstatus\":\"Success\",\"reason\":\"None\"}");
        Dialer dialer = source(ThreeCxServer.KEY, "201", Optional.of("sip:201@10.0.0.5:5060"), server.trusting())
                .dialer().orElseThrow();
        assertInstanceOf(Dialer.Calling.class, dialer.dial("0612345678", () -> { }));
        String question = server.awaitQuestion("POST /callcontrol");
        assertTrue(question.startsWith("POST /callcontrol/201/devices/sip:201@10.0.0.5:5060/makecall {"), question);
        assertTrue(question.contains("\"destination\":\"0612345678\""), question);
    }

    @Test
    void oneLineTellsEachExtensionOfItsOwnCalls() throws Exception {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        ThreeCxSource source = source();
        Thread watching = Thread.ofVirtual().start(() -> watch(source, heard));
        try {
            List<String> first = List.of(next(heard), next(heard), next(heard), next(heard));
            assertEquals(List.of("201 watching", "202 watching", "201 all 0", "202 all 0"), first);
            int call = server.exchange().newCall();
            server.exchange().ring(call, "202", CUSTOMER, "");
            assertEquals("202 RINGING", next(heard));
            assertEquals(1, server.sockets());
        } finally {
            watching.interrupt();
            watching.join();
        }
    }

    private static String next(BlockingQueue<String> heard) throws InterruptedException {
        return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
    }

    private static void watch(Exchange exchange, BlockingQueue<String> heard) {
        try {
            exchange.watch(new Exchange.Desks() {
                @Override
                public List<Extension> all() {
                    return List.of(new Extension("201"), new Extension("202"));
                }

                @Override
                public PhoneListener of(Extension extension) {
                    return new PhoneListener() {
                        @Override
                        public void watching() {
                            heard.add(extension.digits() + " watching");
                        }

                        @Override
                        public void report(CallReport report) {
                            heard.add(extension.digits() + " " + report.state());
                        }

                        @Override
                        public void snapshot(List<CallReport> reports, Instant at) {
                            heard.add(extension.digits() + " all " + reports.size());
                        }
                    };
                }
            });
        } catch (Exception over) {
            heard.add("over");
        }
    }

    private String tapedUntil(String wanted) throws InterruptedException {
        String came = next(taped);
        while (!came.equals(wanted) && !came.equals("null")) came = next(taped);
        return came;
    }

    /** What came in, to be waited for. */
    private final class Kept implements Tape {
        @Override
        public void lineUp() {
            // Said by the listener.
        }

        @Override
        public void came(String kind, String text) {
            taped.add(text);
        }
    }

    private static LineLostException lostBy(ThreeCxSource source) throws Exception {
        try {
            source.watch(new PhoneListener() {
                @Override
                public void watching() {
                    // Nothing to hear.
                }

                @Override
                public void report(CallReport report) {
                    // Nothing to hear.
                }

                @Override
                public void snapshot(List<CallReport> reports, Instant at) {
                    // Nothing to hear.
                }
            });
        } catch (LineLostException why) {
            return why;
        }
        throw new AssertionError("it was not lost");
    }
}

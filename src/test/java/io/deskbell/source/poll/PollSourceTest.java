package io.deskbell.source.poll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallReport;
import io.deskbell.config.PollSettings.Make;
import io.deskbell.source.ClosedPort;
import io.deskbell.source.Dialer;
import io.deskbell.source.EveryWord;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.WatchedSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking phones over real sockets; what their answers mean is in the recordings. */
class PollSourceTest {
    private static final Duration REST = Duration.ofSeconds(2);
    private static final Duration BUSY = Duration.ofMillis(500);
    private static final String NOBODY = "{\"Status\":\"2000\",\"data\":[]}";
    private static final String RINGS = poly("Offering");
    private static final String TALKS = poly("Connected");

    private static final PhoneListener DEAF = new PhoneListener() {
        @Override
        public void watching() {
            throw new AssertionError("nothing was said");
        }

        @Override
        public void report(CallReport report) {
            throw new AssertionError("nothing was said");
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            throw new AssertionError("nothing was said");
        }
    };

    private ScriptedPhone phone;

    private static String poly(String state) {
        return "{\"Status\":\"2000\",\"data\":[{\"Type\":\"Incoming\",\"CallHandle\":\"0x1\",\"CallState\":\"" + state
                + "\",\"RemotePartyNumber\":\"sip:0612345678@pbx\",\"RemotePartyName\":\"\"}]}";
    }

    @BeforeEach
    void switchOn() throws Exception {
        phone = ScriptedPhone.open();
    }

    @AfterEach
    void switchOff() {
        phone.close();
    }

    @Test
    void everyWordIsHandedOnAndThatTheLineIsUpWithTheFirstList() {
        EveryWord words = new EveryWord();
        words.tell(new PollSource.Ear(words.last()));
        words.allCame();
    }

    @Test
    void itAsksSlowlyAtRestAndQuicklyInACall() throws Exception {
        phone.answers(NOBODY, RINGS, TALKS, NOBODY);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            watched.says("watching", "all: []");
            assertEquals(REST, phone.pause());
            phone.goOn();
            watched.says("all: [RINGING from +31612345678]");
            assertEquals(BUSY, phone.pause());
            phone.goOn();
            watched.says("all: [CONNECTED from +31612345678]");
            assertEquals(BUSY, phone.pause());
            phone.goOn();
            watched.says("all: []");
            assertEquals(REST, phone.pause());
        }
    }

    @Test
    void aPhoneThatCannotAnswerForAMomentHasEndedNoCall() throws Exception {
        phone.answers(TALKS).refuses(503).breaksOffIn(TALKS.substring(0, 60))
                .answers("{\"Status\":\"2000\",\"da", TALKS).refuses(401).answers(TALKS);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            watched.says("watching", "all: [CONNECTED from +31612345678]");
            for (int i = 0; i < 4; i++) {
                phone.pause();
                phone.goOn();
            }
            watched.says("all: [CONNECTED from +31612345678]");
            for (int i = 0; i < 2; i++) {
                phone.pause();
                phone.goOn();
            }
            watched.says("all: [CONNECTED from +31612345678]");
            assertTrue(watched.saidNothingElse());
        }
    }

    @Test
    void aPhoneThatStaysAwayIsALostLine() throws Exception {
        phone.answers(TALKS).refuses(503, 503, 503, 503);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            watched.says("watching", "all: [CONNECTED from +31612345678]");
            for (int i = 0; i < 4; i++) {
                phone.pause();
                phone.goOn();
            }
            watched.says("lost: the phone cannot answer now (503): is it restarting?");
        }
    }

    @Test
    void aWrongPasswordIsNotTriedOftenAndNotSoonAgain() throws Exception {
        phone.answers(NOBODY).refuses(401, 401);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            watched.says("watching", "all: []");
            phone.pause();
            phone.goOn();
            phone.pause();
            phone.goOn();
            watched.says("lost: the phone refuses the log-in: check [poll] user and password");
        }
        assertEquals(Optional.of(Duration.ofMinutes(1)), PhoneAnswer.wrongLogin().pause());
    }

    @Test
    void whatTheFirstQuestionMeetsIsSaidAtOnce() throws Exception {
        phone.refuses(403, 404, 404, 302).answers("{\"Status\":\"4010\"}", "<!DOCTYPE html>", "{\"Status\":",
                "{\"Status\":\"5000\"}");
        String[] words = {"does not let this computer ask", "has no such page", "use https://",
            "password of the factory", "with a web page", "is not whole", "(status 5000)"};
        for (String expected : words) {
            try (WatchedSource watched = WatchedSource.start(phone.poly())) {
                boolean older = expected.startsWith("has no");
                if (older) phone.goOn(); // Version 1 is tried after version 2.
                String said = watched.next();
                assertTrue(said.startsWith("lost: ") && said.contains(expected), said);
            }
        }
        try (ClosedPort closed = ClosedPort.hold(); WatchedSource watched = WatchedSource.start(
                phone.source("http://127.0.0.1:" + closed.port(), Make.POLY, "", Optional.empty()))) {
            watched.says("lost: the phone at 127.0.0.1 takes no connection: is it switched on?");
        }
    }

    @Test
    void anOlderPolyIsAskedInTheOlderWay() throws Exception {
        phone.refuses(404).answers("{\"Status\":\"4007\"}", NOBODY);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            phone.goOn();
            watched.says("watching", "all: []");
            assertEquals("/api/v2/webCallControl/callStatus", phone.question().getTarget());
            assertEquals("/api/v1/webCallControl/callStatus", phone.question().getTarget());
        }
    }

    @Test
    void itLogsInByDigestOnceAndThenWithoutBeingAsked() throws Exception {
        phone.challenges("Digest realm=\"phone\", nonce=\"abc\", qop=\"auth\", algorithm=MD5").answers(NOBODY, NOBODY);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            watched.says("watching", "all: []");
            phone.pause();
            phone.goOn();
            watched.says("all: []");
        }
        assertEquals(null, phone.question().getHeaders().get("Authorization"));
        for (int i = 0; i < 2; i++) {
            String login = phone.question().getHeaders().get("Authorization");
            assertTrue(login.startsWith("Digest ") && login.contains("username=\"Polycom\""), login);
            assertFalse(login.contains(ScriptedPhone.PASSWORD));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Digest realm=\"phone\", nonce=\"abc\", qop=\"auth\", algorithm=FOO-9",
        "Digest realm=\"phone\"", "Digest"})
    void aLogInThatNobodyKnowsIsNoFaultOfTheProgram(String challenge) throws Exception {
        phone.challenges(challenge);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            watched.says("lost: 127.0.0.1 asks for a log-in of a kind that is not known here: have it ask for digest"
                    + " with MD5 or SHA-256, or for basic");
        }
    }

    @Test
    void itLogsInByBasicWherePhonesKnowNothingBetter() throws Exception {
        phone.challenges("Basic realm=\"phone\"").answers(NOBODY, NOBODY);
        try (WatchedSource watched = WatchedSource.start(phone.poly())) {
            watched.says("watching", "all: []");
            phone.pause();
            phone.goOn();
            watched.says("all: []");
        }
        phone.question();
        assertTrue(phone.question().getHeaders().get("Authorization").startsWith("Basic "));
        assertTrue(phone.question().getHeaders().get("Authorization").startsWith("Basic "));
    }

    @Test
    void grandstreamIsAskedWithItsPasscodeAndKeepsItFromWords() throws Exception {
        phone.answers("{\"response\":\"success\",\"body\":[{\"line\":1,\"state\":\"ringing\",\"remotenumber\":"
                + "\"0612345678\"}]}").answers("{\"response\":\"error\",\"body\":\"" + ScriptedPhone.PASSWORD + "\"}");
        try (WatchedSource watched = WatchedSource.start(phone.grandstream())) {
            watched.says("watching", "all: [RINGING from +31612345678]");
        }
        assertEquals("/cgi-bin/api-get_line_status?passcode=se%20cret%26%251", phone.question().getTarget());
        try (WatchedSource watched = WatchedSource.start(phone.grandstream())) {
            watched.says("lost: the phone refuses the log-in: check [poll] user and password, and write [poll] login ="
                    + " session for a phone that wants a log-in first");
        }
    }

    @Test
    void itDialsAsEachMakeHasIt() throws Exception {
        phone.answers("{\"Status\":\"2000\"}", "{\"Status\":\"4002\"}").refuses(401)
                .answers("{\"response\":\"success\"}", "{\"response\":\"error\"}");
        assertEquals(new Dialer.Calling(), dial(phone.poly()));
        RecordedRequest asked = phone.question();
        assertEquals("/api/v1/callctrl/dial", asked.getTarget());
        assertEquals("{\"data\":{\"Dest\":\"0612345678\",\"Line\":\"1\",\"Type\":\"TEL\"}}", asked.getBody().utf8());
        assertEquals(new Dialer.Refused("the phone refuses to dial"), dial(phone.poly()));
        phone.question();
        assertEquals(new Dialer.Refused("the phone does not let this computer dial: check [poll] user and password"),
                dial(phone.poly()));
        phone.question();
        assertEquals(new Dialer.Calling(), dial(phone.grandstream()));
        assertEquals("/cgi-bin/api-make_call?phonenumber=0612345678&account=0&password=se%20cret%26%251",
                phone.question().getTarget());
        assertEquals(new Dialer.Refused("the phone refuses to dial"), dial(phone.grandstream()));
    }

    private static Dialer.Outcome dial(PollSource source) throws Exception {
        return source.dialer().orElseThrow().dial("0612345678", () -> { });
    }

    @Test
    void nothingThatIsSaidOfALostLineHoldsWhatThePhoneSaid() {
        for (String body : new String[] {"{\"Status\":\"0612345678\"}", "{\"number\":\"0612345678", "0612345678"}) {
            LineLostException why = assertThrows(LineLostException.class, () -> new PolyPhone(ScriptedPhone.PLAN)
                    .take("HTTP 200\n\n" + body, Instant.EPOCH, DEAF));
            assertFalse(why.getMessage().contains("0612345678"), why.getMessage());
        }
    }
}

package io.deskbell.source.bria;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.BriaSettings;
import io.deskbell.source.ClosedPort;
import io.deskbell.source.Dialer;
import io.deskbell.source.ScriptedSocket;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bria's desktop API over a real websocket; what its lists mean is in the recordings. */
class BriaSourceTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    private static final String NO_CALLS = "HTTP/1.1 200 OK\r\nTransaction-ID: 1\r\n\r\n<status type=\"call\"/>";
    private static final String RINGS = "HTTP/1.1 200 OK\r\nTransaction-ID: 2\r\n\r\n<status type=\"call\"><call>"
            + "<id>a1</id><holdStatus>offHold</holdStatus><participants><participant><number>0612345678</number>"
            + "<displayName>J\u00e4n</displayName><state>ringing</state></participant></participants></call></status>";

    private ScriptedSocket phone;
    private BriaSource bria;

    @BeforeEach
    void switchOn() throws Exception {
        phone = ScriptedSocket.open();
        bria = source(phone.url("ws") + "/counterpath/socketapi/v1/");
    }

    private static BriaSource source(String url) {
        return new BriaSource(new BriaSettings(url, true), PLAN, Clock.systemUTC(), Tape.NONE);
    }

    @AfterEach
    void switchOff() {
        phone.close();
    }

    @Test
    void itAsksWhatThereIsWheneverSomethingChanged() throws Exception {
        try (WatchedSource watched = watch()) {
            phone.say("POST /statusChange\r\nContent-Type: application/xml\r\n\r\n<event type=\"call\"/>");
            assertTrue(phone.hear().contains("Transaction-ID: 2\r\n"));
            phone.say(RINGS);
            watched.says("all: [RINGING from +31612345678]");
        }
    }

    @Test
    void aBriaThatIsClosedIsALostLine() throws Exception {
        try (WatchedSource watched = watch()) {
            phone.sayGoodbye();
            String said = watched.next();
            assertTrue(said.matches("lost: 127\\.0\\.0\\.1 port \\d+ ended the connection"), said);
        }
    }

    @Test
    void aRefusalSaysWhereToAllowIt() throws Exception {
        try (WatchedSource watched = watch()) {
            phone.say("HTTP/1.1 403 Forbidden\r\nTransaction-ID: 2\r\n\r\n");
            watched.says("lost: Bria refuses to tell of calls (403): allow other programs in its preferences, under"
                    + " Application, Security");
        }
    }

    @Test
    void halfAListAndADocumentTypeAreNotTaken() throws Exception {
        for (String broken : new String[] {RINGS.substring(0, 120), "HTTP/1.1 200 OK\n\n<!DOCTYPE a [<!ENTITY b SYSTEM"
                + " \"file:///etc/passwd\">]><status type=\"call\">&b;</status>"}) {
            try (WatchedSource watched = watch()) {
                phone.say(broken);
                watched.says("lost: Bria said something that is not whole");
            }
        }
    }

    @Test
    void withoutBriaItSaysWhatToStart() throws Exception {
        phone.answers(404, "");
        try (WatchedSource watched = WatchedSource.start(bria)) {
            String said = watched.next();
            assertTrue(said.matches("lost: 127\\.0\\.0\\.1 port \\d+ opens no websocket \\(404\\): start Bria, .*"),
                    said);
        }
        try (ClosedPort closed = ClosedPort.hold();
                WatchedSource watched = WatchedSource.start(source("ws://127.0.0.1:" + closed.port()))) {
            String said = watched.next();
            assertTrue(said.matches("lost: 127\\.0\\.0\\.1 port \\d+ takes no connection: start Bria, .*"), said);
        }
    }

    @Test
    void itDialsAndARefusedNumberIsNoLostLine() throws Exception {
        try (WatchedSource watched = watch()) {
            assertEquals(new Dialer.Calling(), dialled("200 OK"));
            assertEquals(new Dialer.Refused("Bria refuses (400): is its account registered?"),
                    dialled("400 Bad Request"));
            assertTrue(watched.saidNothingElse());
        }
    }

    private Dialer.Outcome dialled(String answer) throws Exception {
        Callable<Dialer.Outcome> dialling = () -> bria.dialer().orElseThrow().dial("+31612345678", () -> { });
        FutureTask<Dialer.Outcome> outcome = new FutureTask<>(dialling);
        Thread.ofVirtual().start(outcome);
        String asked = phone.hear();
        assertTrue(asked.startsWith("GET /call\r\n") && asked.contains("<number>+31612345678</number>"), asked);
        String transaction = asked.replaceAll("(?s).*Transaction-ID: (\\d+).*", "$1");
        phone.say("HTTP/1.1 " + answer + "\r\nTransaction-ID: " + transaction + "\r\n");
        return outcome.get();
    }

    private WatchedSource watch() throws Exception {
        phone.takesAWebsocket();
        WatchedSource watched = WatchedSource.start(bria);
        phone.awaitConnection();
        watched.says("watching");
        String asked = phone.hear();
        assertTrue(asked.startsWith("GET /status\r\n") && asked.contains("<type>call</type>"), asked);
        phone.say(NO_CALLS);
        watched.says("all: []");
        return watched;
    }
}

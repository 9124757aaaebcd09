package io.deskbell.source.tinyphone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.TinyphoneSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.ScriptedSocket;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tinyphone's interface over real sockets; what its events mean is in the recordings. */
class TinyphoneSourceTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));

    private ScriptedSocket phone;
    private TinyphoneSource tinyphone;

    @BeforeEach
    void switchOn() throws Exception {
        phone = ScriptedSocket.open();
        tinyphone = new TinyphoneSource(new TinyphoneSettings(phone.url("http"), true), PLAN, Clock.systemUTC(),
                Tape.NONE);
    }

    @AfterEach
    void switchOff() {
        phone.close();
    }

    @Test
    void itHearsEventsAndAsksOnceWhatThereIs() throws Exception {
        try (WatchedSource watched = watch()) {
            phone.say("{\"message\":\"welcome\"}");
            phone.say("{\"type\":\"CALL\",\"sid\":\"a\",\"callerId\":\"0612345678\",\"state\":\"INCOMING\"}");
            watched.says("RINGING from +31612345678");
            assertEquals("GET /events", phone.question());
            assertEquals("GET /calls", phone.question());
        }
    }

    @Test
    void aTinyphoneThatStopsOrTalksNonsenseIsALostLine() throws Exception {
        try (WatchedSource watched = watch()) {
            phone.sayGoodbye();
            assertTrue(watched.next().endsWith(" ended the connection"));
        }
        try (WatchedSource watched = watch()) {
            phone.say("{\"type\":\"CALL\",\"callerId\":\"06123");
            watched.says("lost: Tinyphone said something that is not JSON: check [tinyphone] url");
        }
    }

    @Test
    void aListThatIsNotToldIsALostLine() throws Exception {
        phone.takesAWebsocket().answers(500, "{\"message\":\"Something went Wrong :(\"}");
        try (WatchedSource watched = WatchedSource.start(tinyphone)) {
            watched.says("watching", "lost: Tinyphone does not say what calls there are (500)");
        }
    }

    @Test
    void itDials() throws Exception {
        phone.answers(202, "").answers(429, "").answers(400, "").answers(500, "");
        assertEquals(new Dialer.Calling(), dial());
        assertEquals("POST /dial {\"uri\":\"0612345678\"}", phone.question());
        assertEquals(new Dialer.Busy(), dial());
        assertEquals(new Dialer.Refused("Tinyphone refuses: is its account registered?"), dial());
        assertEquals(new Dialer.Refused("Tinyphone refuses (500)"), dial());
    }

    private Dialer.Outcome dial() throws InterruptedException {
        return tinyphone.dialer().orElseThrow().dial("0612345678", () -> { });
    }

    private WatchedSource watch() throws Exception {
        phone.takesAWebsocket().answers(200, "{\"count\":0,\"calls\":[]}");
        WatchedSource watched = WatchedSource.start(tinyphone);
        phone.awaitConnection();
        watched.says("watching", "all: []");
        return watched;
    }
}

package io.deskbell.source.baresip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.BaresipSettings;
import io.deskbell.source.ClosedPort;
import io.deskbell.source.Dialer;
import io.deskbell.source.ScriptedPort;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** baresip's control port over a real socket; what its events mean is in the recordings. */
class BaresipSourceTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    private static final String LIST = Netstrings.of("{\"command\":\"listcalls\",\"token\":\"listcalls\"}");
    private static final String NO_CALLS =
            Netstrings.of("{\"response\":true,\"ok\":true,\"data\":\"\\n--- Active calls (0) ---\\n\\n\","
                    + "\"token\":\"listcalls\"}");

    private ScriptedPort port;
    private BaresipSource baresip;

    @BeforeEach
    void switchOn() throws Exception {
        port = ScriptedPort.open();
        baresip = source(port.port());
    }

    private static BaresipSource source(int port) {
        return new BaresipSource(new BaresipSettings("127.0.0.1", port, true), PLAN, Clock.systemUTC(), Tape.NONE);
    }

    @AfterEach
    void switchOff() throws Exception {
        port.close();
    }

    @Test
    void itAsksForTheCallsThereAreAndHearsOfOthers() throws Exception {
        try (WatchedSource watched = watch()) {
            String ring = Netstrings.of("{\"event\":true,\"type\":\"CALL_INCOMING\",\"class\":\"call\","
                    + "\"direction\":\"incoming\",\"peeruri\":\"sip:0612345678@pbx\",\"id\":\"a1\","
                    + "\"peerdisplayname\":\"J\u00e4n\"}");
            port.say(ring.substring(0, 40));
            port.say(ring.substring(40));
            watched.says("RINGING from +31612345678");
        }
    }

    @Test
    void whoeverPushesUsOutIsTold() throws Exception {
        try (WatchedSource watched = watch()) {
            port.hangUp();
            watched.says("lost: baresip ended the connection: did it stop, or did another program take its place?"
                    + " baresip takes one at a time");
        }
    }

    @Test
    void whatIsNoBaresipIsSaidSo() throws Exception {
        for (String word : new String[] {"HTTP/1.1 400 Bad Request\r\n", "3:abcd", "99999999:", "4:{\"a},"}) {
            try (WatchedSource watched = watch()) {
                port.say(word);
                assertTrue(watched.next().startsWith("lost: "), word);
            }
        }
    }

    @Test
    void withoutBaresipItSaysWhatToStart() throws Exception {
        try (ClosedPort closed = ClosedPort.hold();
                WatchedSource watched = WatchedSource.start(source(closed.port()))) {
            watched.says("lost: 127.0.0.1 port " + closed.port() + " takes no connection: start baresip, with"
                    + " module_app ctrl_tcp.so in its configuration");
        }
    }

    @Test
    void itDialsOnTheConnectionItHas() throws Exception {
        try (WatchedSource watched = watch()) {
            assertEquals(new Dialer.Calling(), dialled("0612345678", true));
            assertEquals(new Dialer.Refused("baresip refuses: is its account registered?"),
                    dialled("0612345679", false));
            assertTrue(watched.saidNothingElse());
        }
        assertEquals(new Dialer.Refused("baresip is not connected: is it running?"),
                baresip.dialer().orElseThrow().dial("0612345678", () -> { }));
    }

    private int dials;

    private Dialer.Outcome dialled(String digits, boolean done) throws Exception {
        Callable<Dialer.Outcome> dialling = () -> baresip.dialer().orElseThrow().dial(digits, () -> { });
        FutureTask<Dialer.Outcome> outcome = new FutureTask<>(dialling);
        Thread.ofVirtual().start(outcome);
        String token = "dial-" + ++dials;
        String heard = port.hear(Netstrings.of("{\"command\":\"dial\",\"params\":\"" + digits + "\",\"token\":\""
                + token + "\"}").length());
        assertTrue(heard.contains("\"params\":\"" + digits + "\"") && heard.contains("\"token\":\"" + token + "\""),
                heard);
        port.say(Netstrings.of("{\"response\":true,\"ok\":" + done + ",\"data\":\"\",\"token\":\"" + token + "\"}"));
        return outcome.get();
    }

    private WatchedSource watch() throws Exception {
        WatchedSource watched = WatchedSource.start(baresip);
        port.awaitConnection();
        String asked = port.hear(LIST.length());
        assertTrue(asked.contains("\"command\":\"listcalls\""), asked);
        port.say(NO_CALLS);
        watched.says("watching", "all: []");
        return watched;
    }
}

package io.deskbell.source.fritzbox;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.FritzBoxSettings;
import io.deskbell.source.ClosedPort;
import io.deskbell.source.ScriptedPort;
import io.deskbell.source.Tape;
import io.deskbell.source.WatchedSource;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The call monitor over a real socket; what its lines mean is in the recordings. */
class FritzBoxSourceTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    private static final String NO_MONITOR =
            "lost: that is no call monitor of a FRITZ!Box: check [fritzbox] host and port";

    private ScriptedPort box;

    @BeforeEach
    void switchOn() throws Exception {
        box = ScriptedPort.open();
    }

    @AfterEach
    void switchOff() throws Exception {
        box.close();
    }

    @Test
    void linesAreReadHoweverTheyArrive() throws Exception {
        try (WatchedSource watched = watch()) {
            box.awaitConnection();
            watched.says("watching", "all: []");
            box.say("05.01.26 10:00:01;RING;0;0612345678;42719");
            box.say("60;SIP0;\r\n\r\n05.01.26 10:00:05;CONNECT;0;20;0612345678;\n");
            watched.says("RINGING from +31612345678", "CONNECTED unknown");
            box.say("05.01.26 10:00:09;DISCONNECT;0;4;\n");
            watched.says("ENDED unknown");
        }
    }

    @Test
    void aBoxThatRestartsIsALostLine() throws Exception {
        try (WatchedSource watched = watch()) {
            box.awaitConnection();
            watched.says("watching", "all: []");
            box.hangUp();
            watched.says("lost: 127.0.0.1 port " + box.port() + " ended the connection: is the box restarting?");
        }
    }

    @Test
    void whatIsNoCallMonitorIsSaidSo() throws Exception {
        try (WatchedSource watched = watch()) {
            box.awaitConnection();
            watched.says("watching", "all: []");
            box.say("SSH-2.0-OpenSSH_9.2p1\r\n");
            watched.says(NO_MONITOR);
        }
        try (WatchedSource watched = watch()) {
            box.awaitConnection();
            watched.says("watching", "all: []");
            box.say("x".repeat(5_000));
            watched.says(NO_MONITOR);
        }
    }

    @Test
    void aMonitorThatIsSwitchedOffSaysHowToSwitchItOn() throws Exception {
        try (ClosedPort closed = ClosedPort.hold(); WatchedSource watched = watch(closed.port())) {
            watched.says("lost: 127.0.0.1 port " + closed.port() + " takes no connection: switch the call monitor on by"
                    + " dialling #96*5* on a telephone at the box");
        }
    }

    private WatchedSource watch() {
        return watch(box.port());
    }

    private static WatchedSource watch(int port) {
        return WatchedSource.start(new FritzBoxSource(new FritzBoxSettings("127.0.0.1", port, List.of(), List.of()),
                PLAN, Clock.systemUTC(), Tape.NONE));
    }
}

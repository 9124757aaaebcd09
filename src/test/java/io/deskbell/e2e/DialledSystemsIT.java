package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.sandbox.DeskIni;
import io.deskbell.source.asterisk.AsteriskAtWork;
import io.deskbell.source.threecx.ThreeCxServer;
import io.deskbell.source.voipgrid.PlatformSimulator;
import io.deskbell.source.xelion.XelionAtWork;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code deskbell dial} with the built image by way of a telephone system by name: the agent's phone rings and is
 * picked up, the customer answers, and Agent Inbox hears of the call from the answer to the end.
 */
@Timeout(180)
final class DialledSystemsIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    /** What a person or the telephone system does. */
    private interface Act {
        void happens() throws Exception;
    }

    @Test
    void asterisk() throws Exception {
        try (AsteriskAtWork pbx = AsteriskAtWork.open()) {
            play("201", "asterisk", pbx.ini(), pbx::isDialledAndPickedUp, pbx::isTaken, pbx::ends);
        }
    }

    @Test
    void threeCx() throws Exception {
        try (ThreeCxServer pbx = ThreeCxServer.plain("201", "202")) {
            play("201", "3cx", pbx.ini(), () -> pbx.picksUp(pbx.awaitDialled()), () -> pbx.answers(1, "201"),
                    () -> pbx.ends(1));
        }
    }

    @Test
    void xelion() throws Exception {
        try (XelionAtWork pbx = XelionAtWork.open()) {
            play("101", "xelion", pbx.ini(), pbx::isDialledAndPickedUp, pbx::isTaken, pbx::ends);
        }
    }

    /** Each time it is asked how the call stands, the call is a step further. */
    @Test
    void voipgrid() throws Exception {
        try (PlatformSimulator platform = PlatformSimulator.open()) {
            play("201", "voipgrid", "url = " + platform.url() + "\nuser = " + PlatformSimulator.USER + "\ntoken = "
                    + PlatformSimulator.TOKEN, () -> { }, () -> { }, () -> { });
        }
    }

    private void play(String extension, String source, String section, Act picksUp, Act answers, Act ends)
            throws Exception {
        try (ScriptedInbox inbox = ScriptedInbox.start();
                DeskbellProcess companion = DeskbellProcess.start(Parts.image(), folder,
                        DeskIni.of(extension, inbox.url(), ScriptedInbox.KEY, source,
                                section + "\ndial = yes"))) {
            companion.awaitWatching();
            try (Program dial = DeskbellProcess.run(Parts.image(), folder, Map.of("LC_ALL", "C.UTF-8"), "--data",
                    folder.resolve("data").toString(), "dial", "06 1234 5678")) {
                picksUp.happens();
                assertEquals(0, dial.exitCode(), () -> dial.output().lines());
            }
            answers.happens();
            assertTrue(inbox.registrations().reaches(1, PATIENCE), companion::log);
            ends.happens();
            String answered = Expected.outbound(Expected.ANSWERED).replace("=201", "=" + extension);
            assertEquals(List.of(answered, answered.replace("Answered", "Disconnected")),
                    inbox.received(2, PATIENCE), companion::log);
        }
    }
}

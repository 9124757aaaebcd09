package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.Progress;
import io.deskbell.sandbox.DeskIni;
import io.deskbell.source.asterisk.AsteriskAtWork;
import io.deskbell.source.threecx.ThreeCxServer;
import io.deskbell.source.xelion.XelionAtWork;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The companion is stopped, or killed, in the middle of a call of a telephone system by name: Agent Inbox hears of one
 * answer and of one end, whether the call goes on when it is started again or was over by then.
 */
final class SystemRestartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String CUSTOMER = "+31612345678";

    @TempDir
    Path folder;

    /** What happens at the telephone system, once it tells of it. */
    private record Story(String extension, String source, String section, Telling telling, Runnable rings,
                         Runnable answers, Runnable ends) {
        String ini(ScriptedInbox inbox) {
            return DeskIni.of(extension, inbox.url(), ScriptedInbox.KEY, source, section);
        }
    }

    @FunctionalInterface
    private interface Telling {
        void await() throws InterruptedException;
    }

    @Test
    void asterisk() throws Exception {
        for (boolean killed : List.of(true, false)) {
            try (AsteriskAtWork pbx = AsteriskAtWork.open()) {
                play(killed, new Story("201", "asterisk", pbx.ini(), () -> { },
                        () -> pbx.rings("201", "0612345678", true),
                        pbx::answers, pbx::ends));
            }
        }
    }

    @Test
    void threeCx() throws Exception {
        for (boolean killed : List.of(true, false)) {
            try (ThreeCxServer pbx = ThreeCxServer.plain("201", "202")) {
                play(killed, new Story("201", "3cx", pbx.ini(), () -> { }, () -> pbx.rings("201", CUSTOMER, "800"),
                        () -> pbx.answers(1, "201"), () -> pbx.ends(1)));
            }
        }
    }

    @Test
    void xelion() throws Exception {
        for (boolean killed : List.of(true, false)) {
            try (XelionAtWork pbx = XelionAtWork.open()) {
                play(killed, new Story("101", "xelion", pbx.ini(), pbx::awaitSubscriber,
                        () -> pbx.rings(CUSTOMER), pbx::answers, pbx::ends));
            }
        }
    }

    /** Killed, it finds the call as it left it; stopped, the call is over when it is there again. */
    private void play(boolean killed, Story story) throws Exception {
        Path desk = folder.resolve(killed ? "killed" : "stopped");
        try (ScriptedInbox inbox = ScriptedInbox.start()) {
            try (DeskbellProcess companion = start(desk, story, inbox)) {
                story.rings().run();
                companion.awaitRinging();
                story.answers().run();
                assertTrue(inbox.registrations().reaches(1, PATIENCE), companion::log);
                awaitSettled(desk);
                if (killed) companion.kill();
                else companion.stop();
            }
            if (!killed) story.ends().run();
            try (DeskbellProcess again = start(desk, story, inbox)) {
                if (killed) story.ends().run();
                assertEquals(List.of(told("Answered", story), told("Disconnected", story)),
                        inbox.received(2, PATIENCE).stream().map(line -> line.replaceFirst(", PhoneRef[^}]*", ""))
                                .toList(), again::log);
            }
        }
    }

    private static DeskbellProcess start(Path desk, Story story, ScriptedInbox inbox) throws Exception {
        DeskbellProcess companion = DeskbellProcess.start(Parts.image(), desk, story.ini(inbox));
        companion.awaitWatching();
        story.telling().await();
        return companion;
    }

    /** What was accepted and not noted down yet would be sent once more after a crash. */
    private static void awaitSettled(Path desk) throws IOException {
        CallLog log = CallLog.of(desk.resolve("data"));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (log.newest(1).stream().flatMap(call -> call.deliveries().stream())
                .noneMatch(entry -> entry.progress() == Progress.SETTLED)) {
            assertTrue(System.nanoTime() < end, "not noted down");
            Thread.onSpinWait();
        }
    }

    private static String told(String kind, Story story) {
        return "{Id=call 1, EventType=%s, PhoneNumber=%s, PhoneExtension=%s, Direction=Inbound}"
                .formatted(kind, CUSTOMER, story.extension());
    }
}

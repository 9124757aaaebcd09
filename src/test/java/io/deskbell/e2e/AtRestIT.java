package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskbell.source.sip.ScriptedPbx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the companion takes from the computer while nobody calls; {@link AtRest} measures for longer. */
final class AtRestIT {
    private static final Duration WATCHED = Duration.ofSeconds(20);
    private static final long MOST_MEGABYTES = 120;
    private static final double MOST_CPU_PERCENT = 1;

    @TempDir
    Path folder;

    @Test
    void itIsLightAndStill() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "needs /proc, so Linux");
        try (ScriptedPbx pbx = ScriptedPbx.udp().showing(AtRest.IDLE); ScriptedInbox inbox = ScriptedInbox.start();
                DeskbellProcess deskbell = DeskbellProcess.watching(folder,
                        new DeskbellIni("201", inbox.url(), pbx.uri(), Optional.empty()))) {
            Footprint.pass(Duration.ofSeconds(5)); // What the start left to do.
            Footprint at = Footprint.of(deskbell.pid(), WATCHED);

            System.out.println("at rest: " + at);
            assertTrue(at.megabytes() <= MOST_MEGABYTES, at.toString());
            assertTrue(at.percentOfACore() <= MOST_CPU_PERCENT, at.toString());
        }
    }
}

package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskbell.source.sip.ScriptedPbx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the companion takes from the computer while nobody calls; prints the figures that the README shows. */
final class AtRestIT {
    private static final Duration WATCHED = Duration.ofSeconds(20);
    private static final long MOST_MEGABYTES = 120;
    private static final double MOST_CPU_PERCENT = 1;
    private static final String IDLE = """
            <?xml version="1.0"?>
            <dialog-info xmlns="urn:ietf:params:xml:ns:dialog-info" version="0" state="full" entity="sip:201@pbx"/>
            """;

    @TempDir
    Path folder;

    @Test
    void itIsLightAndStill() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "needs /proc, so Linux");
        try (ScriptedPbx pbx = ScriptedPbx.udp().showing(IDLE); ScriptedInbox inbox = ScriptedInbox.start();
                DeskbellProcess deskbell = DeskbellProcess.watching(folder,
                        new DeskbellIni("201", inbox.url(), pbx.uri(), Optional.empty()))) {
            passing(Duration.ofSeconds(5)); // What the start left to do.
            Path process = Path.of("/proc", String.valueOf(deskbell.pid()));
            long begun = ticks(process);
            passing(WATCHED);
            double percent = (ticks(process) - begun) / (double) WATCHED.toSeconds(); // A tick is a hundredth second.
            long megabytes = residentKilobytes(process) / 1024;

            System.out.printf(Locale.ROOT, "at rest: %d MB resident, %.2f %% of a core over %d s%n", megabytes,
                    percent, WATCHED.toSeconds());
            assertTrue(megabytes <= MOST_MEGABYTES, megabytes + " MB");
            assertTrue(percent <= MOST_CPU_PERCENT, percent + " % of a core");
        }
    }

    /** Time itself is what is measured here. */
    private static void passing(Duration time) throws InterruptedException {
        assertTrue(!new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    /** User and system time of the whole process (proc(5), fields 14 and 15, counted behind the command's name). */
    private static long ticks(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long residentKilobytes(Path process) throws IOException {
        return Files.readAllLines(process.resolve("status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", "")).mapToLong(Long::parseLong).findFirst().orElseThrow();
    }
}

package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a process took from the computer over some time.
 *
 * @param percent of one core, used by all its threads
 */
record Footprint(long megabytes, double percent, Duration over) {
    /** Watches it; time itself is what is measured here. */
    static Footprint of(long pid, Duration time) throws IOException, InterruptedException {
        Path process = Path.of("/proc", String.valueOf(pid));
        long begun = ticks(process);
        passing(time);
        double percent = (ticks(process) - begun) / (double) time.toSeconds(); // A tick is a hundredth of a second.
        return new Footprint(residentKilobytes(process) / 1024, percent, time);
    }

    /** Lets what was begun come to rest. */
    static void passing(Duration time) throws InterruptedException {
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

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d MB resident, %.2f %% of a core over %d s", megabytes, percent,
                over.toSeconds());
    }
}

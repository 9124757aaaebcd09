package io.deskbell.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** What a program took from the computer, by {@code /proc}: Linux only. */
record Footprint(long megabytes, double percentOfACore, Duration during) {
    /** Watches it for so long. */
    static Footprint of(long pid, Duration during) throws IOException, InterruptedException {
        Path process = Path.of("/proc", String.valueOf(pid));
        long begun = ticks(process);
        pass(during);
        double seconds = (ticks(process) - begun) / 100.0; // A tick is a hundredth second (sysconf, _SC_CLK_TCK).
        return new Footprint(residentKilobytes(pid) / 1024, 100_000 * seconds / during.toMillis(), during);
    }

    /** Time itself is what is measured here. */
    static void pass(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    /** User and system time of the whole process (proc(5), fields 14 and 15, counted behind the command's name). */
    private static long ticks(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    static long residentKilobytes(long pid) throws IOException {
        Path process = Path.of("/proc", String.valueOf(pid));
        return Files.readAllLines(process.resolve("status")).stream().filter(line -> line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("[^0-9]", "")).mapToLong(Long::parseLong).findFirst().orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%d MB resident, %.3f %% of a core over %d s", megabytes, percentOfACore,
                during.toSeconds());
    }
}

package io.deskbell.lookup;

import io.deskbell.call.PhoneNumber;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/**
 * What a list of 100,000 customers costs: the processor time until it is read in a program that just started, the
 * memory it keeps, and the processor time of one question. {@code mvn -q test-compile exec:exec@lookup}
 */
final class LookupBench {
    private static final int LINES = 100_000;
    private static final int QUESTIONS = 1_000_000;
    private static final PrintStream OUT = System.out;

    private LookupBench() {
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("lookup");
        Path small = Lists.write(folder, "phone;id;name\n0612345678;1;A\n");
        long begun = processor();
        Lists.read(small);
        OUT.printf(Locale.ROOT, "the first list, of one line: %d ms%n", millisSince(begun));
        Path file = write(folder);
        long before = used();
        begun = processor();
        CustomerList list = Lists.read(file);
        long read = millisSince(begun);
        long kept = used() - before;
        OUT.printf(Locale.ROOT, "%d lines (%.1f MB): read in %d ms, %.1f MB kept%n", list.lines(),
                Files.size(file) / 1e6, read, kept / 1e6);
        OUT.printf(Locale.ROOT, "one question: %.2f µs%n", ask(list.table()));
        Files.delete(file);
        Files.delete(folder);
    }

    private static Path write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder("klantnummer;naam;telefoon\n");
        for (int line = 0; line < LINES; line++) {
            text.append('K').append(100_000 + line).append(";Klant ").append(line).append(" B.V.;0")
                    .append(610_000_000 + line * 300).append('\n');
        }
        return Lists.write(folder, text.toString());
    }

    private static double ask(CustomerTable table) {
        Random random = new Random(1);
        int found = 0;
        long begun = processor();
        for (int i = 0; i < QUESTIONS; i++) {
            PhoneNumber number = new PhoneNumber("+31" + (610_000_000 + random.nextInt(LINES) * 300));
            if (!table.find(number).isNothing()) found++;
        }
        if (found != QUESTIONS) throw new AssertionError(found);
        return (processor() - begun) / 1e3 / QUESTIONS;
    }

    private static long used() {
        for (int i = 0; i < 3; i++) System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** This thread's own time, in nanoseconds: others may keep the machine busy. */
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long millisSince(long begun) {
        return (processor() - begun) / 1_000_000;
    }
}

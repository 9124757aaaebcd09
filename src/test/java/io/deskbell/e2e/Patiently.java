package io.deskbell.e2e;

import java.time.Duration;

/** Waits for a line much longer than it takes: starting three programs at once takes a slow machine a minute. */
final class Patiently {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    private Patiently() {
    }

    /** The next line with these words in it. */
    static void await(Program program, String words) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                program.output().await(words, line -> line.contains(words));
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() - end >= 0 || !program.isRunning()) throw notYet;
            }
        }
    }
}

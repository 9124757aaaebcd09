package io.deskbell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A folder for the time that something takes; it goes with what is in it, also when that is ended with Ctrl-C. */
final class PassingFolder {
    private static final Duration TIDYING = Duration.ofSeconds(3);

    private PassingFolder() {
    }

    /** What is done in it. When the program is told to end, its thread is interrupted. */
    @FunctionalInterface
    interface Work {
        int in(Path folder) throws IOException, InterruptedException;
    }

    static int run(String name, Work work) throws IOException, InterruptedException {
        CountDownLatch tidied = new CountDownLatch(1);
        Thread worker = Thread.currentThread();
        Thread hook = Thread.ofPlatform().name("stop").unstarted(() -> end(worker, tidied));
        Runtime.getRuntime().addShutdownHook(hook);
        Path folder = Files.createTempDirectory(name);
        try {
            return work.in(folder);
        } finally {
            delete(folder);
            tidied.countDown();
            forget(hook);
        }
    }

    private static void end(Thread worker, CountDownLatch tidied) {
        worker.interrupt();
        try {
            tidied.await(TIDYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // It is running: the program ends.
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.toList();
        }
        for (Path file : files) Files.delete(file);
        Files.delete(folder);
    }
}

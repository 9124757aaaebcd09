package io.deskbell.outbox;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Registrar;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;

/** Prints how long one event takes to be safe on disk, and how much of that is the disk's own time. */
final class OutboxBench {
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 1_000;
    /** What one event adds to SQLite's log: some pages of four kilobytes. */
    private static final int BYTES = 4 * 4_096;

    private OutboxBench() {
    }

    /** One thing to be timed. */
    @FunctionalInterface
    private interface Stroke {
        void make(int round) throws IOException;
    }

    /** @param args a folder on the disk to be measured; otherwise the system's temporary folder */
    public static void main(String[] args) throws IOException {
        Path parent = args.length > 0 ? Path.of(args[0]) : Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = Files.createTempDirectory(parent, "outbox-bench");
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Journal journal = new Journal(new Registrar(Samples.RULES), storage);
            measure("one event written, with fsync", round -> write(journal, "call-" + round));
        }
        Path plain = folder.resolve("plain");
        try (FileChannel channel = FileChannel.open(plain, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            measure("bare write and fsync, 16 KB", round -> writePlainly(channel, BYTES));
            measure("bare write and fsync, 1 byte", round -> writePlainly(channel, 1));
        }
    }

    private static void write(Journal journal, String id) {
        Instant now = Instant.now();
        journal.happened(Samples.event(Type.ANSWERED, Samples.connected(id, Samples.CUSTOMER, now), now));
    }

    private static void writePlainly(FileChannel channel, int bytes) throws IOException {
        channel.write(ByteBuffer.allocate(bytes));
        channel.force(false);
    }

    private static void measure(String what, Stroke stroke) throws IOException {
        long[] nanos = new long[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long from = System.nanoTime();
            stroke.make(i);
            if (i >= 0) nanos[i] = System.nanoTime() - from;
        }
        Arrays.sort(nanos);
        System.out.println(String.format(Locale.ROOT, "%-30s median %6.2f ms   p99 %6.2f ms   worst %6.2f ms", what,
                nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 99 / 100] / 1e6, nanos[ROUNDS - 1] / 1e6));
    }
}

package io.deskbell.relay;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What was taken and is not at the broker yet, on disk, in the order of arrival and bounded. What many threads add at
 * the same time is written with one fsync. Any thread may call; one thread owns the file.
 */
public final class Spool implements Closeable {
    private static final int MOST_AT_ONCE = 500;
    private static final long AGAIN_SECONDS = 1;

    private final SpoolFile file;
    private final int most;
    private final AtomicInteger waiting;
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Thread writer = Thread.ofPlatform().name("relay-spool").daemon().unstarted(this::write);
    /** Could not be struck out for want of disk; the writer's alone. */
    private final List<Job.Remove> unremoved = new ArrayList<>();
    private volatile Runnable onMore = () -> { };
    private volatile boolean closed;
    /** From here on nobody takes jobs. */
    private volatile boolean ended;

    /**
     * @param number grows; the order of arrival
     * @param at when it was taken
     * @param to the extension a finished letter is for; empty for words of a telephone system, still to be addressed
     */
    public record Item(long number, Instant at, Optional<String> to, byte[] body) {
    }

    private sealed interface Job {
        record Add(Instant at, Optional<String> to, byte[] body, CompletableFuture<Void> safe) implements Job {
        }

        record Remove(long number) implements Job {
        }

        record Read(long after, int most, CompletableFuture<List<Item>> answer) implements Job {
        }

        record Close(CompletableFuture<Void> closed) implements Job {
        }
    }

    private Spool(SpoolFile file, int most) throws SQLException {
        this.file = file;
        this.most = most;
        this.waiting = new AtomicInteger(file.count());
    }

    /** @throws IOException in words for a person: another relay uses the folder, or it cannot be written */
    public static Spool open(Path folder, int most) throws IOException {
        return of(SpoolFile.open(folder), most);
    }

    static Spool of(SpoolFile file, int most) throws IOException {
        try {
            Spool spool = new Spool(file, most);
            spool.writer.start();
            return spool;
        } catch (SQLException unreadable) {
            file.close();
            throw new IOException(SpoolFile.words(unreadable), unreadable);
        }
    }

    /** Told after each addition. */
    public void onMore(Runnable listener) {
        onMore = listener;
    }

    /**
     * Returns when it is safe on disk.
     *
     * @throws SpoolFullException when as much waits as may
     * @throws IOException the disk takes no more
     */
    public void add(Instant at, Optional<String> to, byte[] body) throws IOException, InterruptedException {
        if (closed) throw new IOException("the relay is stopping");
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            throw new SpoolFullException(most);
        }
        CompletableFuture<Void> safe = new CompletableFuture<>();
        jobs.add(new Job.Add(at, to, body, safe));
        if (ended) safe.completeExceptionally(new SQLException("closed"));
        try {
            safe.get();
        } catch (ExecutionException failed) {
            waiting.decrementAndGet();
            throw new IOException(SpoolFile.words(failed.getCause()), failed.getCause());
        }
        onMore.run();
    }

    /** The broker has it. Takes effect on disk a moment later; after a crash it may be handed over once more. */
    void remove(long number) {
        jobs.add(new Job.Remove(number));
    }

    /** The first of those behind this number, in order. */
    List<Item> after(long number, int atMost) throws IOException, InterruptedException {
        CompletableFuture<List<Item>> answer = new CompletableFuture<>();
        jobs.add(new Job.Read(number, atMost, answer));
        if (ended) answer.completeExceptionally(new SQLException("closed"));
        try {
            return answer.get();
        } catch (ExecutionException failed) {
            throw new IOException(SpoolFile.words(failed.getCause()), failed.getCause());
        }
    }

    public int waiting() {
        return waiting.get();
    }

    @Override
    public void close() {
        closed = true;
        CompletableFuture<Void> done = new CompletableFuture<>();
        jobs.add(new Job.Close(done));
        done.join();
    }

    private void write() {
        while (true) {
            try {
                List<Job> batch = new ArrayList<>(unremoved);
                Optional<Job> first = next();
                if (first.isPresent()) batch.add(first.get());
                jobs.drainTo(batch, MOST_AT_ONCE);
                unremoved.clear();
                change(batch);
                for (Job job : batch) {
                    if (job instanceof Job.Read read) answer(read);
                }
                for (Job job : batch) {
                    if (job instanceof Job.Close close) {
                        end(close);
                        return;
                    }
                }
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** What could not be struck out is tried again every second, or with the next job. */
    private Optional<Job> next() throws InterruptedException {
        return unremoved.isEmpty() ? Optional.of(jobs.take())
                : Optional.ofNullable(jobs.poll(AGAIN_SECONDS, TimeUnit.SECONDS));
    }

    private void end(Job.Close close) {
        file.close();
        ended = true;
        jobs.forEach(job -> {
            if (job instanceof Job.Add late) late.safe().completeExceptionally(new SQLException("closed"));
            if (job instanceof Job.Read late) late.answer().completeExceptionally(new SQLException("closed"));
        });
        close.closed().complete(null);
    }

    /** All of it in one transaction, or none. */
    private void change(List<Job> batch) {
        try {
            int removed = 0;
            for (Job job : batch) {
                if (job instanceof Job.Add add) file.insert(add.at(), add.to().orElse(""), add.body());
                if (job instanceof Job.Remove remove) removed += file.delete(remove.number());
            }
            file.commit();
            waiting.addAndGet(-removed);
            batch.forEach(job -> {
                if (job instanceof Job.Add add) add.safe().complete(null);
            });
        } catch (SQLException full) {
            file.rollback();
            batch.forEach(job -> {
                if (job instanceof Job.Add add) add.safe().completeExceptionally(full);
                if (job instanceof Job.Remove remove) unremoved.add(remove);
            });
        }
    }

    private void answer(Job.Read read) {
        try {
            read.answer().complete(file.after(read.after(), read.most()));
        } catch (SQLException unreadable) {
            read.answer().completeExceptionally(unreadable);
        }
    }
}

package io.deskbell.source.tapi;

import com.sun.jna.Pointer;
import io.deskbell.call.CallReport;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The thread that owns a line's handles, because a call into a driver blocks the thread that makes it: one of the
 * system's, never a virtual one. What it hears waits here for whoever watches.
 */
final class LineOwner {
    private static final Duration FAREWELL = Duration.ofMillis(400);
    private static final int MOST_WAITING = 10_000;

    private final Windows.Source source;
    private final Work work;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Thread thread = Thread.ofPlatform().name("tapi").daemon().unstarted(this::run);
    private Optional<Runnable> waking = Optional.empty();
    private boolean stopping;

    /** What is done with the line until it is lost or the stop event is set. */
    @FunctionalInterface
    interface Work {
        void run(Windows windows, Pointer stop, PhoneListener listener) throws IOException, InterruptedException;
    }

    /** Something to be told on the watching thread. */
    @FunctionalInterface
    interface Heard {
        void tell(PhoneListener listener) throws IOException, InterruptedException;
    }

    LineOwner(Windows.Source source, Work work) {
        this.source = source;
        this.work = work;
    }

    void start() {
        thread.start();
    }

    /** Blocks; empty when nothing was heard within this time. */
    Optional<Heard> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS));
    }

    Heard next() throws InterruptedException {
        return heard.take();
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Waits for its farewell, but not for a driver that does not come back. */
    void stop() throws InterruptedException {
        synchronized (this) {
            stopping = true;
            waking.ifPresent(Runnable::run);
        }
        if (!thread.join(FAREWELL)) thread.interrupt(); // It may wait for room in a full queue.
    }

    private void run() {
        try {
            Windows windows = source.load();
            Pointer stop = windows.waits().CreateEventW(null, true, false, null);
            try {
                wakeWith(() -> windows.waits().SetEvent(stop));
                work.run(windows, stop, new Queue());
                put(listener -> {
                    throw new LineLostException(TapiReason.ENDED.of());
                });
            } finally {
                wakeWith(null);
                windows.waits().CloseHandle(stop);
            }
        } catch (IOException why) {
            put(listener -> {
                throw why;
            });
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            put(listener -> {
                throw fault;
            });
        }
    }

    private synchronized void wakeWith(Runnable waker) {
        waking = Optional.ofNullable(waker);
        if (stopping) waking.ifPresent(Runnable::run);
    }

    private void put(Heard last) {
        if (heard.offer(last)) return;
        heard.clear(); // Nobody listens any more, or would ever catch up.
        heard.add(last);
    }

    /** Hands over to the watching thread. */
    private final class Queue implements PhoneListener {
        @Override
        public void watching() throws InterruptedException {
            heard.put(PhoneListener::watching);
        }

        @Override
        public void report(CallReport report) throws InterruptedException {
            heard.put(listener -> listener.report(report));
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
            heard.put(listener -> listener.snapshot(reports, at));
        }

        @Override
        public void whenSafe(Runnable then) throws InterruptedException {
            heard.put(listener -> listener.whenSafe(then));
        }
    }
}

package io.deskbell.source.sip;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Time that passes when a test says so. Whoever waits looks up every few milliseconds whether it did. */
final class FakeTime implements SipTime {
    private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    private long nanos = -5_000_000_000L; // Real ones may be negative and pass through zero.
    private Instant wall = BEGIN;
    private boolean isAwaited;
    private long awaited;
    private int waits;

    /** Lets seconds pass one by one for whoever waits, who does what is due in each. */
    void passSeconds(int seconds) throws InterruptedException {
        for (int second = 0; second < seconds; second++) pass(Duration.ofSeconds(1));
    }

    private synchronized void pass(Duration time) throws InterruptedException {
        awaitWaiter();
        passForTheLastTime(time);
        while (isAwaited && nanos - awaited >= 0) wait();
        awaitWaiter();
    }

    /** What is due now ends the waiting for good. */
    synchronized void passForTheLastTime(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
        notifyAll();
    }

    /** The computer sleeps: only the clock on the wall goes on. */
    synchronized void sleep(Duration time) {
        wall = wall.plus(time);
    }

    /** How often somebody has begun to wait. */
    synchronized int waits() {
        return waits;
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized Instant now() {
        return wall;
    }

    @Override
    public <T> Optional<T> take(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
        long end = begin(atMost);
        try {
            while (true) {
                Optional<T> found = Optional.ofNullable(queue.poll(2, TimeUnit.MILLISECONDS));
                if (found.isPresent() || nanos() - end >= 0) return found;
            }
        } finally {
            end();
        }
    }

    private synchronized void awaitWaiter() throws InterruptedException {
        while (!isAwaited) wait();
    }

    private synchronized long begin(Duration atMost) {
        waits++;
        isAwaited = true;
        awaited = nanos + atMost.toNanos();
        notifyAll();
        return awaited;
    }

    private synchronized void end() {
        isAwaited = false;
        notifyAll();
    }
}

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
    private long longest;

    synchronized void pass(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
    }

    /** The computer sleeps: only the clock on the wall goes on. */
    synchronized void sleep(Duration time) {
        wall = wall.plus(time);
    }

    /** The longest that anybody was ready to wait since the last question. */
    synchronized Duration longestWait() {
        Duration found = Duration.ofNanos(longest);
        longest = 0;
        return found;
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
        while (true) {
            Optional<T> found = Optional.ofNullable(queue.poll(2, TimeUnit.MILLISECONDS));
            if (found.isPresent() || nanos() - end >= 0) return found;
        }
    }

    private synchronized long begin(Duration atMost) {
        longest = Math.max(longest, atMost.toNanos());
        return nanos + atMost.toNanos();
    }
}

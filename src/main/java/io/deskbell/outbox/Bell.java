package io.deskbell.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes whoever waits for work. A ring that comes before the waiting is not lost. Thread safe. */
final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How often it has rung; taken before looking for work, it tells whether it rang since. */
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /** Returns when it has rung more often than {@code heard}, or when the time is up. */
    void await(long heard, Optional<Duration> atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.map(Duration::toNanos).orElse(Long.MAX_VALUE);
            while (rings == heard && left > 0) {
                left = left == Long.MAX_VALUE ? awaitRing() : rung.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private long awaitRing() throws InterruptedException {
        rung.await();
        return Long.MAX_VALUE;
    }
}

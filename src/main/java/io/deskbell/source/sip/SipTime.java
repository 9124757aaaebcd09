package io.deskbell.source.sip;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Time and waiting as the user agent knows them; passed in, so that a test's hours take no time. */
interface SipTime {
    /** Only goes forward; may stand still while the computer sleeps. */
    long nanos();

    /** What the clock on the wall says; jumps after a sleep. */
    Instant now();

    <T> Optional<T> take(BlockingQueue<T> queue, Duration atMost) throws InterruptedException;

    static SipTime of(Clock clock) {
        return new SipTime() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public <T> Optional<T> take(BlockingQueue<T> queue, Duration atMost) throws InterruptedException {
                return Optional.ofNullable(queue.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
            }
        };
    }
}

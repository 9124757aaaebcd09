package io.deskbell;

import io.deskbell.outbox.Storage;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has been kept long enough: soon after the start and then every few hours. A thread of its own. */
final class Housekeeping {
    static final Duration AFTER_THE_START = Duration.ofMinutes(1);
    static final Duration BETWEEN = Duration.ofHours(6);
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Storage storage;
    private volatile Duration kept;
    private final Clock clock;
    private final Waiting waiting;
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Thread thread = Thread.ofVirtual().name("housekeeping").unstarted(this::run);

    Housekeeping(Storage storage, int keepDays, Clock clock, Waiting waiting) {
        this.storage = storage;
        this.kept = Duration.ofDays(keepDays);
        this.clock = clock;
        this.waiting = waiting;
    }

    /** From now on so long; what is older by that goes at once. */
    void keep(int days) {
        if (kept.equals(Duration.ofDays(days))) return;
        kept = Duration.ofDays(days);
        changed.set(true);
        thread.interrupt();
    }

    void start() {
        thread.start();
    }

    /** The database may be closed when this returns. */
    void stop(Duration atMost) throws InterruptedException {
        changed.set(false);
        thread.interrupt();
        thread.join(atMost);
    }

    /** What the thread does; returns when it is interrupted. */
    void run() {
        try {
            pause(AFTER_THE_START);
            while (true) {
                forget();
                pause(BETWEEN); // Throws as well when it was to end meanwhile.
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration time) throws InterruptedException {
        try {
            waiting.pause(time);
        } catch (InterruptedException woken) {
            if (!changed.getAndSet(false)) throw woken;
        }
    }

    private void forget() {
        Duration age = kept;
        try {
            int forgotten = storage.forgetBefore(clock.instant().minus(age));
            if (forgotten > 0) LOG.info("{} calls older than {} days were deleted", forgotten, age.toDays());
        } catch (IOException failed) {
            LOG.warn("old calls could not be deleted, tried again later: {}", failed.getMessage());
        }
    }
}

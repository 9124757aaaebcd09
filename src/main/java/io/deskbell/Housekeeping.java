package io.deskbell;

import io.deskbell.outbox.Storage;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what has been kept long enough: soon after the start and then every few hours. A thread of its own. */
final class Housekeeping {
    static final Duration AFTER_THE_START = Duration.ofMinutes(1);
    static final Duration BETWEEN = Duration.ofHours(6);
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Storage storage;
    private final Duration kept;
    private final Clock clock;
    private final Waiting waiting;
    private final Thread thread = Thread.ofVirtual().name("housekeeping").unstarted(this::run);

    Housekeeping(Storage storage, int keepDays, Clock clock, Waiting waiting) {
        this.storage = storage;
        this.kept = Duration.ofDays(keepDays);
        this.clock = clock;
        this.waiting = waiting;
    }

    void start() {
        thread.start();
    }

    /** The database may be closed when this returns. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(Duration.ofSeconds(1));
    }

    /** What the thread does; returns when it is interrupted. */
    void run() {
        try {
            waiting.pause(AFTER_THE_START);
            while (!Thread.currentThread().isInterrupted()) {
                forget();
                waiting.pause(BETWEEN);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            int forgotten = storage.forgetBefore(clock.instant().minus(kept));
            if (forgotten > 0) LOG.info("{} calls older than {} days were deleted", forgotten, kept.toDays());
        } catch (IOException failed) {
            LOG.warn("old calls could not be deleted, tried again later: {}", failed.getMessage());
        }
    }
}

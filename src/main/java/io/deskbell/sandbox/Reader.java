package io.deskbell.sandbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** One open page and what it has yet to hear. A page that does not keep up is let go; it comes back and starts anew. */
final class Reader {
    private static final int MOST_WAITING = 200;

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean leaving;

    void tell(String message) {
        if (!waiting.offer(message)) leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }

    /** The next message, or empty when there was none for so long. */
    Optional<String> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }
}

package io.deskbell.source;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waiting, passed in so that tests need not wait. */
@FunctionalInterface
public interface Waiting {
    /** Really waits. */
    Waiting REAL = time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());

    void pause(Duration time) throws InterruptedException;
}

package io.deskbell;

import java.time.Duration;
import java.util.function.LongSupplier;

/** One time for several steps: what one of them has used up the next ones do not get. */
final class TimeBudget {
    private final LongSupplier nanos;
    private final long until;

    /** @param nanos a clock that only goes forward */
    TimeBudget(Duration whole, LongSupplier nanos) {
        this.nanos = nanos;
        this.until = nanos.getAsLong() + whole.toNanos();
    }

    /** At most that long; nothing once all is used up. */
    Duration atMost(Duration wished) {
        Duration left = Duration.ofNanos(Math.max(0, until - nanos.getAsLong()));
        return left.compareTo(wished) < 0 ? left : wished;
    }
}

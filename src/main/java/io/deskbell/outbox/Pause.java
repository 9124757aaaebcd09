package io.deskbell.outbox;

import java.time.Duration;
import java.time.Instant;

/** A pause that began at a moment; a clock that is set back ends it rather than drawing it out. */
record Pause(Instant from, Duration length) {
    static Pause over(Instant now) {
        return new Pause(now, Duration.ZERO);
    }

    Duration left(Instant now) {
        if (now.isBefore(from)) return Duration.ZERO;
        Duration left = length.minus(Duration.between(from, now));
        return left.isNegative() ? Duration.ZERO : left;
    }
}

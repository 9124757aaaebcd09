package io.deskbell.outbox;

import java.time.Duration;
import java.util.Optional;

/** One of the two ways to the destination: does what is due, and says when there may be more. */
@FunctionalInterface
interface Lane {
    /** @return zero to be asked again at once, the time after which to be asked, or nothing: when the bell rings */
    Optional<Duration> step();
}

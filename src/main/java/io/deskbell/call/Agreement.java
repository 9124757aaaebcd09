package io.deskbell.call;

import java.time.Duration;

/**
 * How far apart two phones may be in what they say of one call.
 *
 * @param ring a ring waits so long for another phone to tell the caller or a better name
 * @param word an end waits so long for another phone that has yet to tell it: it may know of a transfer
 * @param start two phones see a call begin or be answered within this time of each other
 * @param sameNumber the same where both tell the same number
 * @param comingUp what one phone misses of an earlier run's calls is over unless another names it within this time
 * @param memory a call that is over is remembered for the late words of other phones
 */
record Agreement(Duration ring, Duration word, Duration start, Duration sameNumber, Duration comingUp,
                 Duration memory) {
    static final Agreement USUAL = new Agreement(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(10));
}

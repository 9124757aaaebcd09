package io.deskbell.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: doubling from a second to five minutes, each between half and all of itself, so that the desks
 * of a whole office do not come back in the same instant. Not thread safe.
 */
final class BackOff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofMinutes(5);

    private final RandomGenerator random;
    private Duration next = FIRST;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long full = next.toMillis();
        next = 2 * full > LONGEST.toMillis() ? LONGEST : Duration.ofMillis(2 * full);
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    void reset() {
        next = FIRST;
    }
}

package io.deskbell.source;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: doubling, usually from one second to half a minute, each between half and all of itself, so
 * that the desks of a whole office do not come back in the same instant. Not thread safe.
 */
public final class BackOff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final RandomGenerator random;
    private final Duration first;
    private final Duration longest;
    private Duration next;

    BackOff(RandomGenerator random) {
        this(random, FIRST, LONGEST);
    }

    public BackOff(RandomGenerator random, Duration first, Duration longest) {
        this.random = random;
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    public Duration next() {
        Duration full = next;
        next = full.multipliedBy(2).compareTo(longest) > 0 ? longest : full.multipliedBy(2);
        long half = full.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    public void reset() {
        next = first;
    }
}

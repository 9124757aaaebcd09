package io.deskbell;

import io.deskbell.source.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How fast a recording is played; counted from the beginning, so that what it takes to play delays nothing. */
final class Pace {
    private final int timesAsFast;
    private final Clock clock;
    private final Waiting waiting;
    private final Instant begun;

    /** @param timesAsFast as it was recorded; 0 for no waiting at all */
    Pace(int timesAsFast, Clock clock, Waiting waiting) {
        this.timesAsFast = timesAsFast;
        this.clock = clock;
        this.waiting = waiting;
        this.begun = clock.instant();
    }

    /** Returns when it is time for what came so long after the beginning. */
    void await(Duration sinceTheBeginning) throws InterruptedException {
        if (timesAsFast == 0) return;
        Duration left = sinceTheBeginning.dividedBy(timesAsFast).minus(Duration.between(begun, clock.instant()));
        if (left.isPositive()) waiting.pause(left);
    }
}

package io.deskbell.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The computer's clock, ahead of it by as much as it was put forward: waits go on as in life, and need not be long. */
public final class ShiftedClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    /** By one thread. */
    public void putForward(Duration time) {
        ahead = ahead.plus(time);
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it has one zone");
    }
}

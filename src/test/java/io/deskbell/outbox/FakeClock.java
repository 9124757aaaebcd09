package io.deskbell.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that stands still until it is told to go on: a slow machine makes nothing late. */
public final class FakeClock extends Clock {
    static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private volatile Instant now = NINE;

    /** By one thread. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    void set(Instant time) {
        now = time;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}

package io.deskbell.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The way for calls that are going on: nothing of the backlog ever stands in it. */
final class LiveLane implements Lane {
    private final Queues queues;
    private final Carrier carrier;
    private final Clock clock;

    LiveLane(Queues queues, Carrier carrier, Clock clock) {
        this.queues = queues;
        this.carrier = carrier;
        this.clock = clock;
    }

    @Override
    public Optional<Duration> step() {
        return queues.nextLive(clock.instant()).flatMap(next -> carrier.carry(next, false));
    }
}

package io.deskbell.outbox;

import io.deskbell.call.Registration;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Remembers what was brought, and when, and answers as it is told to. */
final class RecordingDestination implements Destination {
    final List<String> brought = new CopyOnWriteArrayList<>();
    final List<Instant> times = new CopyOnWriteArrayList<>();
    volatile Function<Registration, Delivery> answer = registration -> accepted();
    private final Clock clock;

    RecordingDestination(Clock clock) {
        this.clock = clock;
    }

    static Delivery accepted() {
        return new Delivery.Accepted(Optional.empty());
    }

    static Delivery unavailable() {
        return new Delivery.Unavailable("not now", Optional.empty());
    }

    @Override
    public Delivery deliver(Registration registration) {
        brought.add(registration.kind() + " " + registration.callId());
        times.add(clock.instant());
        return answer.apply(registration);
    }
}

package io.deskbell.outbox;

import io.deskbell.call.Registration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A courier without threads: both its lanes are asked in turn, and time leaps to whatever is due next. */
final class CourierRig {
    private static final Duration LEAST = Duration.ofMillis(1);

    final FakeClock clock = new FakeClock();
    final InMemoryDisk disk;
    final Outbox outbox;
    final RecordingDestination destination = new RecordingDestination(clock);
    final List<String> told = new ArrayList<>();
    final Courier courier;
    int leaps;

    CourierRig() {
        this(new InMemoryDisk(), 1);
    }

    CourierRig(InMemoryDisk disk, long seed) {
        this.disk = disk;
        this.outbox = new Outbox(disk, disk.stored(), clock);
        this.courier = new Courier(outbox, destination, List.of((registration, delivery) ->
                told.add(registration + ": " + delivery)), clock, new Random(seed));
    }

    Instant now() {
        return clock.instant();
    }

    void record(Registration registration) {
        outbox.record(Samples.ringing(registration.callId(), Samples.CUSTOMER, registration.at()), Optional.empty(),
                Optional.of(registration));
    }

    void answered(String callId) {
        record(Samples.answered(callId, now()));
    }

    void disconnected(String callId) {
        record(Samples.disconnected(callId, now()));
    }

    /** What was recorded so long ago that it is no longer live. */
    void backlog(int calls) {
        for (int i = 0; i < calls; i++) answered("old-" + i);
        clock.advance(Queues.LIVE.plusSeconds(1));
    }

    void run(Duration time) {
        Instant end = now().plus(time);
        while (now().isBefore(end)) {
            Duration wait = untilNext().orElse(time);
            Duration left = Duration.between(now(), end);
            Duration leap = wait.compareTo(left) < 0 ? wait : left;
            clock.advance(leap.compareTo(LEAST) < 0 ? LEAST : leap);
            leaps++;
        }
        untilNext();
    }

    /** Does all that is due now. */
    private Optional<Duration> untilNext() {
        while (true) {
            long heard = outbox.bell().rings();
            Optional<Duration> live = courier.live().step();
            Optional<Duration> backlog = courier.backlog().step();
            Optional<Duration> wait = shorter(live, backlog);
            boolean more = wait.filter(Duration::isZero).isPresent() || outbox.bell().rings() != heard;
            if (!more) return wait;
        }
    }

    private static Optional<Duration> shorter(Optional<Duration> one, Optional<Duration> other) {
        if (one.isEmpty() || other.isEmpty()) return one.or(() -> other);
        return one.get().compareTo(other.get()) < 0 ? one : other;
    }
}

package io.deskbell.outbox;

import io.deskbell.outbox.Queues.Candidate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The way for what was left lying: about one every two seconds, from a moment drawn by lot, because every desk of the
 * office may come back from the same outage. Also tries the disk again while that takes nothing.
 */
final class BacklogLane implements Lane {
    static final Duration FIRST_AFTER_AT_MOST = Duration.ofSeconds(30);
    static final Duration PACE = Duration.ofSeconds(2);
    static final Duration DISK_AGAIN = Duration.ofSeconds(10);

    private final Outbox outbox;
    private final Carrier carrier;
    private final Clock clock;
    private final RandomGenerator random;
    private Pause pause;

    BacklogLane(Outbox outbox, Carrier carrier, Clock clock, RandomGenerator random) {
        this.outbox = outbox;
        this.carrier = carrier;
        this.clock = clock;
        this.random = random;
        this.pause = pause(Duration.ZERO, FIRST_AFTER_AT_MOST);
    }

    @Override
    public Optional<Duration> step() {
        boolean written = outbox.writeWhatIsLeft();
        Optional<Duration> wait = carryNext();
        if (written) return wait;
        return wait.filter(time -> time.compareTo(DISK_AGAIN) < 0).or(() -> Optional.of(DISK_AGAIN));
    }

    private Optional<Duration> carryNext() {
        Instant now = clock.instant();
        Optional<Candidate> next = outbox.queues().nextOfBacklog(now);
        if (next.isEmpty()) return whenLiveBecomesOld();
        Duration left = pause.left(now);
        if (!left.isZero()) return Optional.of(left);
        Optional<Duration> wait = carrier.carry(next.get(), true);
        boolean tried = wait.filter(Duration::isZero).isPresent();
        if (tried) pause = pause(PACE.dividedBy(2), PACE.multipliedBy(3).dividedBy(2));
        return wait;
    }

    private Optional<Duration> whenLiveBecomesOld() {
        return outbox.queues().size() == 0 ? Optional.empty() : Optional.of(Queues.LIVE);
    }

    private Pause pause(Duration least, Duration most) {
        long millis = random.nextLong(least.toMillis(), most.toMillis() + 1);
        return new Pause(clock.instant(), Duration.ofMillis(millis));
    }
}

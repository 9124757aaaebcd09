package io.deskbell.outbox;

import io.deskbell.call.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How it stands with the destination, and when the next try may be. While it is away one try at a time is made, after
 * pauses that grow, but for a call that just began: that is tried at once, at most once a second, unless the server
 * named a time. Says once that it is gone and once that it is back. Thread safe.
 */
final class Line {
    static final Duration BETWEEN_LIVE_TRIES = Duration.ofSeconds(1);
    static final Duration LONGEST_ASKED = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final CourierStatus UNTRIED = new CourierStatus.Delivering(false);

    private final RateLimit limit = new RateLimit();
    private final BackOff backOff;
    private final IntSupplier waiting;
    private final Runnable onStatus;
    private volatile CourierStatus status = UNTRIED;
    private Pause pause = Pause.over(Instant.EPOCH);
    private Pause sinceLastTry = Pause.over(Instant.EPOCH);
    private boolean asked;
    private int underWay;

    /**
     * @param waiting how many wait, for the line that says that it is back
     * @param onStatus told of another status; must not wait
     */
    Line(RandomGenerator random, IntSupplier waiting, Runnable onStatus) {
        this.backOff = new BackOff(random);
        this.waiting = waiting;
        this.onStatus = onStatus;
    }

    CourierStatus status() {
        return status;
    }

    /**
     * Begins a try when it may be now.
     *
     * @return zero when it has begun, the time until it may, or nothing when it may not before something changes
     */
    synchronized Optional<Duration> begin(Instant now, boolean fresh, boolean backlog) {
        Optional<Duration> wait = fresh && !backlog ? untilFresh(now) : untilRetry(now);
        if (wait.isEmpty()) return wait;
        Duration until = longer(wait.get(), limit.untilFree(now, backlog));
        if (!until.isZero()) return Optional.of(until);
        limit.use(now);
        sinceLastTry = new Pause(now, BETWEEN_LIVE_TRIES);
        underWay++;
        return Optional.of(Duration.ZERO);
    }

    /** A try is over, whatever became of it. */
    synchronized void end() {
        underWay--;
    }

    /** The server answered. */
    synchronized void isUp() {
        boolean wasUp = status instanceof CourierStatus.Delivering;
        if (!wasUp) LOG.info("Agent Inbox is back; {} wait to be sent", waiting.getAsInt());
        become(new CourierStatus.Delivering());
        if (wasUp) return;
        asked = false;
        backOff.reset();
    }

    synchronized void isDown(Reason reason, Optional<Duration> retryAfter, Instant now) {
        if (isShut()) return; // The other lane has learnt more.
        boolean wasUp = status instanceof CourierStatus.Delivering;
        if (wasUp) LOG.warn("Agent Inbox takes nothing: {}. Calls are kept and sent later", reason.english());
        Instant since = status instanceof CourierStatus.Unavailable before ? before.since() : now;
        become(new CourierStatus.Unavailable(reason, since));
        if (retryAfter.isPresent()) {
            asked = true;
            pause = new Pause(now, shorter(retryAfter.get(), LONGEST_ASKED));
        } else if (pause.left(now).isZero()) { // A live call tried in between does not draw the pause out.
            asked = false;
            pause = new Pause(now, backOff.next());
        }
    }

    synchronized void isShut(String words, Instant now) {
        if (isShut()) return;
        LOG.error("{}", words);
        become(new CourierStatus.Unauthorized(words, now));
    }

    /** Tries again after having been shut. */
    synchronized void reopen() {
        if (!isShut()) return;
        become(UNTRIED);
        pause = Pause.over(Instant.EPOCH);
        asked = false;
        backOff.reset();
    }

    private void become(CourierStatus now) {
        if (now.equals(status)) return;
        status = now;
        onStatus.run();
    }

    private boolean isShut() {
        return status instanceof CourierStatus.Unauthorized;
    }

    private Optional<Duration> untilFresh(Instant now) {
        if (isShut()) return Optional.empty();
        if (status instanceof CourierStatus.Delivering) return Optional.of(Duration.ZERO);
        return Optional.of(asked ? pause.left(now) : sinceLastTry.left(now));
    }

    private Optional<Duration> untilRetry(Instant now) {
        if (isShut()) return Optional.empty();
        if (status instanceof CourierStatus.Delivering) return Optional.of(Duration.ZERO);
        return underWay > 0 ? Optional.empty() : Optional.of(pause.left(now));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}

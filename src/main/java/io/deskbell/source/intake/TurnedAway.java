package io.deskbell.source.intake;

import io.deskbell.call.Reason;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who was not let in: each kind is logged once a minute at the most, or a stranger could fill the log, and nothing of
 * what was said. For any thread.
 */
final class TurnedAway {
    private static final Logger LOG = LoggerFactory.getLogger(TurnedAway.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final Duration LATELY = Duration.ofDays(1);

    private final Clock clock;
    private final Map<Refusal, Instant> told = new EnumMap<>(Refusal.class);
    private Optional<Last> last = Optional.empty();

    private record Last(Instant at, InetAddress from, Refusal why) {
    }

    TurnedAway(Clock clock) {
        this.clock = clock;
    }

    synchronized void add(InetAddress from, Refusal why) {
        Instant now = clock.instant();
        last = Optional.of(new Last(now, from, why));
        if (isWithin(QUIET, told.getOrDefault(why, Instant.MIN), now)) return;
        told.put(why, now);
        LOG.warn("refused from {}: {}", from.getHostAddress(), Reason.of(why).english());
    }

    /** The last one of this day: moment, address and {@link Refusal}, separated by spaces. */
    synchronized Optional<String> lately() {
        return last.filter(one -> isWithin(LATELY, one.at(), clock.instant())).map(one ->
                one.at().truncatedTo(ChronoUnit.SECONDS) + " " + one.from().getHostAddress() + " " + one.why().name());
    }

    /** Not for what a clock that was set back has left in the future. */
    private static boolean isWithin(Duration time, Instant then, Instant now) {
        return !then.isAfter(now) && then.isAfter(now.minus(time));
    }
}

package io.deskbell.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a web server answered.
 *
 * @param pause it wants before the next question
 * @param date by its clock
 */
public record WebAnswer(int code, String body, Optional<Duration> pause, Optional<Instant> date) {
    /** Longer than anybody means; a pause that never ends is no pause. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

    /** Seconds; its other spelling, a date, is taken for none (RFC 9110 §10.2.3). */
    static Optional<Duration> pause(String retryAfter) {
        if (!retryAfter.matches("[0-9]{1,9}")) return Optional.empty();
        Duration asked = Duration.ofSeconds(Math.max(1, Long.parseLong(retryAfter)));
        return Optional.of(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    }
}

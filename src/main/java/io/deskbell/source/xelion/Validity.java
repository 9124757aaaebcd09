package io.deskbell.source.xelion;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * When to renew a token. Xelion writes until when it is valid and not in which zone: of those it may be the one that
 * ends soonest is believed, and half of what is left used. Renewing early costs one question; late, the session.
 */
final class Validity {
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId OF_THE_MAKER = ZoneId.of("Europe/Amsterdam");
    private static final Duration LEAST = Duration.ofSeconds(10);
    private static final Duration MOST = Duration.ofHours(12);
    /** For what cannot be read, and for a clock that is so wrong that all is over already. */
    private static final Duration UNKNOWN = Duration.ofMinutes(5);

    private Validity() {
    }

    static Instant renewal(String validUntil, Instant now, ZoneId here) {
        try {
            LocalDateTime until = LocalDateTime.parse(validUntil.strip().replace('T', ' '), WRITTEN);
            Duration half = Stream.of(ZoneOffset.UTC, here, OF_THE_MAKER)
                    .map(zone -> Duration.between(now, until.atZone(zone).toInstant()))
                    .filter(left -> left.compareTo(LEAST) > 0).min(Comparator.naturalOrder())
                    .map(left -> left.dividedBy(2)).orElse(UNKNOWN);
            return now.plus(half.compareTo(MOST) > 0 ? MOST : half.compareTo(LEAST) < 0 ? LEAST : half);
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            return now.plus(UNKNOWN);
        }
    }
}

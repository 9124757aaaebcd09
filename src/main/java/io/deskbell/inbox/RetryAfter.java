package io.deskbell.inbox;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the header of that name: seconds or a date (RFC 9110, section 10.2.3). Nonsense counts as nothing. */
final class RetryAfter {
    private static final int MOST_DIGITS = 9;

    private RetryAfter() {
    }

    static Optional<Duration> read(String value, Instant now) {
        String text = value.strip();
        if (text.matches("[0-9]{1," + MOST_DIGITS + "}")) return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return Optional.of(until.isAfter(now) ? Duration.between(now, until) : Duration.ZERO);
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}

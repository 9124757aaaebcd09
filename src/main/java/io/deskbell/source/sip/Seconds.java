package io.deskbell.source.sip;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads delta-seconds as in Expires, Retry-After and Min-Expires; what follows the number is a remark. */
final class Seconds {
    /** RFC 3261 §20.19: numbers up to 2**32-1; nobody means more than a year. */
    static final Duration MOST = Duration.ofDays(365);

    private static final Pattern NUMBER = Pattern.compile("\\s*([0-9]+)(?![0-9.]).*", Pattern.DOTALL);

    private Seconds() {
    }

    static Optional<Duration> read(String value) {
        Matcher matcher = NUMBER.matcher(value);
        if (!matcher.matches()) return Optional.empty();
        String digits = matcher.group(1).replaceFirst("^0+(?=.)", "");
        Duration read = digits.length() > 9 ? MOST : Duration.ofSeconds(Long.parseLong(digits));
        return Optional.of(least(read, MOST));
    }

    static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    static Duration most(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}

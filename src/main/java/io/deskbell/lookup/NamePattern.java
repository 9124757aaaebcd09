package io.deskbell.lookup;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;

/**
 * {@code [lookup] name_pattern}: the filter value in the name the telephone shows. Takes time in proportion to the
 * name's length, whatever the pattern (RE2), and names are cut to 120 characters before: it may run where calls are
 * followed.
 */
final class NamePattern {
    private final Pattern pattern;

    /** @param written was judged by the configuration */
    NamePattern(String written) {
        pattern = Pattern.compile(written);
    }

    Optional<String> valueIn(String name) {
        Matcher found = pattern.matcher(name);
        return found.find() ? Optional.ofNullable(found.group(1)).filter(Found::isFit) : Optional.empty();
    }
}

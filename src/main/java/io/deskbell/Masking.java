package io.deskbell;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps callers' numbers and secrets out of whatever text passes through: of a number the last two digits stay, of a
 * secret nothing. Any thread.
 */
final class Masking {
    /** Digits as long as a subscriber's number, with the separators people put in when a plus leads. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])(?:\\+[0-9][0-9 ()./-]{5,}[0-9]|%2B[0-9]{6,}|[0-9]{8,})");
    /** A shorter one would blot out half the log, and is never written there in the first place. */
    private static final int SHORTEST_SECRET = 5;

    private volatile List<String> secrets = List.of();

    /** From now on these are replaced; the longest first, in case one holds another. */
    void keepQuiet(List<String> more) {
        Set<String> all = new LinkedHashSet<>(secrets);
        more.stream().filter(secret -> secret.length() >= SHORTEST_SECRET).forEach(all::add);
        secrets = all.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    String mask(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return NUMBER.matcher(masked).replaceAll(found -> "…" + found.group().substring(found.group().length() - 2));
    }
}

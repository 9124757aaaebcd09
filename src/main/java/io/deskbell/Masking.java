package io.deskbell;

import io.deskbell.doctor.BlackPen;
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
    /** Digits as long as a subscriber's number, with the separators people put in when a plus or a nought leads. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9])(?:\\+[0-9][0-9 ()./-]{5,}[0-9]|%2B[0-9]{6,}|[0-9]{8,})"
                    + "|(?<![0-9A-Za-z.:+-])\\(?0(?:[ ()/-]{0,2}[0-9]){8,13}(?![0-9])");
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
        return NUMBER.matcher(withoutSecrets(text)).replaceAll(found -> "…" + lastTwo(found.group()));
    }

    /** The same, counted. */
    BlackPen.Blackened counted(String text) {
        String open = withoutSecrets(text);
        int kept = 0;
        for (String secret : secrets) kept += text.split(Pattern.quote(secret), -1).length - 1;
        return new BlackPen.Blackened(mask(text), (int) NUMBER.matcher(open).results().count(), kept);
    }

    private String withoutSecrets(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.replace(secret, "***");
        }
        return masked;
    }

    private static String lastTwo(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.substring(digits.length() - 2);
    }
}

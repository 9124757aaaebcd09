package io.deskbell.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that may stand in braces in {@code [lookup] url}. */
public final class LookupPlaceholders {
    public static final List<String> ALL = List.of("{phone}", "{phone_digits}", "{extension}", "{referrer}");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern IN_HOST = Pattern.compile("(?i)https?://[^/?#]*\\{.*");

    private LookupPlaceholders() {
    }

    static Optional<String> firstUnknownIn(String template) {
        Matcher braces = BRACES.matcher(template);
        return braces.results().filter(found -> !ALL.contains(found.group())).map(found -> found.group(1)).findFirst();
    }

    /** What a caller sends must not choose who is asked. */
    static boolean decideTheHost(String template) {
        return IN_HOST.matcher(template).matches();
    }

    static boolean holdANumber(String template) {
        return template.contains("{phone}") || template.contains("{phone_digits}");
    }

    static String blank(String template) {
        return BRACES.matcher(template).replaceAll("1");
    }
}

package io.deskbell.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that may stand in braces in {@code [pop] url}. */
public final class PopPlaceholders {
    public static final List<String> ALL = List.of("{phone}", "{phone_digits}", "{id}", "{extension}", "{direction}",
            "{referrer}", "{filter_value}", "{conversation}");
    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    /** The same for every call at this desk. */
    private static final List<String> OF_THE_DESK = List.of("{extension}");

    private PopPlaceholders() {
    }

    /** Whether the addresses that come out of it differ from call to call. */
    public static boolean nameTheCall(String template) {
        return ALL.stream().filter(name -> !OF_THE_DESK.contains(name)).anyMatch(template::contains);
    }

    static Optional<String> firstUnknownIn(String template) {
        Matcher braces = BRACES.matcher(template);
        return braces.results().filter(found -> !ALL.contains(found.group())).map(found -> found.group(1)).findFirst();
    }

    /** The template with every placeholder filled with one letter, to see whether an address comes out. */
    static String blank(String template) {
        return BRACES.matcher(template).replaceAll("x");
    }
}

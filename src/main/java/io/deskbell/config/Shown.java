package io.deskbell.config;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as others may see them. Placeholders such as {@code {number}} stay, whatever is struck about them. */
final class Shown {
    static final String STARS = "***";
    private static final Pattern SCHEME = Pattern.compile("(?i)\"?(?:sips?:|[a-z][a-z0-9+.-]*:/+)");
    private static final Pattern OR_PLACEHOLDER = Pattern.compile("(\\{[a-z_]+})|(?:(?!\\{[a-z_]+}).)+");
    private static final Pattern VALUE_OF_A_QUERY = Pattern.compile("(?<=[?&#])([^=&#]*=)?([^&#]*)");

    private Shown() {
    }

    /** Neither a name with its password, nor values of a query, nor what a program is started with. */
    static String of(String key, String value) {
        if (key.equals("command")) return command(value);
        String bare = withoutLogin(value);
        int query = bare.indexOf('?');
        if (query < 0 || !SCHEME.matcher(bare).lookingAt()) return bare;
        return bare.substring(0, query) + VALUE_OF_A_QUERY.matcher(bare.substring(query)).replaceAll(part ->
                Matcher.quoteReplacement((part.group(1) == null ? "" : part.group(1)) + struck(part.group(2))));
    }

    /** A name and a password before the host (RFC 3986 section 3.2.1), or in a SIP address (RFC 3261 section 19.1). */
    static boolean hasLogin(String value) {
        return !withoutLogin(value).equals(value);
    }

    /** Up to the last at sign: a password may have one in it, and slashes and commas as well. */
    private static String withoutLogin(String value) {
        int at = value.lastIndexOf('@');
        if (at < 0) return value;
        Matcher scheme = SCHEME.matcher(value).region(0, at);
        String start = scheme.lookingAt() ? scheme.group() : "";
        String login = value.substring(start.length(), at);
        boolean inPath = start.contains("/") && login.matches("[^/?#:]+(?::[0-9]+)?[/?#].*");
        boolean told = !inPath && (start.contains("/") || login.contains(":"));
        return told ? start + STARS + value.substring(at) : value;
    }

    private static String command(String value) {
        List<String> words = DialSection.words(value);
        if (words.isEmpty()) return value.isEmpty() ? "" : STARS;
        String program = words.getFirst().contains(" ") ? '"' + words.getFirst() + '"' : words.getFirst();
        return words.stream().skip(1).map(Shown::struck).collect(Collectors.joining(" ", program + " ", "")).strip();
    }

    private static String struck(String text) {
        return OR_PLACEHOLDER.matcher(text).replaceAll(part ->
                Matcher.quoteReplacement(part.group(1) == null ? STARS : part.group(1)));
    }
}

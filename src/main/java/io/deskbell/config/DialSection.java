package io.deskbell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shapes of what stands in {@code [dial]}. */
final class DialSection {
    /** tel: and callto: are not among them: they may well be ours, and would come back to us. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://[a-z0-9.\\[\\]:_-]+(?:[/?][\\x21-\\x7e]*)?|sips?:[\\x21-\\x7e]+");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");
    private static final Pattern SHORTCUT = Pattern.compile(
            "(?i)(?:(?:ctrl|alt|shift|super|win) *\\+ *)+(?:[a-z0-9]|f[1-9]|f1[0-2])");

    private DialSection() {
    }

    static boolean isAddress(String url) {
        String filled = url.replace(DialSettings.NUMBER, "0");
        boolean decidesTheHost = url.matches("(?i)https?://[^/?]*\\{.*");
        boolean holdsTheNumber = url.contains(DialSettings.NUMBER) && !filled.contains("{");
        return holdsTheNumber && !decidesTheHost && ADDRESS.matcher(filled).matches();
    }

    /** Words as a person separates them; a path with spaces stands in double quotes. No shell ever sees them. */
    static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }

    /** The number may be an argument, never the program. */
    static boolean isCommand(String command) {
        boolean quotesClose = command.chars().filter(letter -> letter == '"').count() % 2 == 0;
        List<String> words = words(command);
        return quotesClose && !words.isEmpty() && !words.getFirst().contains(DialSettings.NUMBER)
                && words.stream().skip(1).anyMatch(word -> word.contains(DialSettings.NUMBER));
    }

    static boolean isShortcut(String keys) {
        return SHORTCUT.matcher(keys).matches();
    }
}

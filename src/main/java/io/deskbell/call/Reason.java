package io.deskbell.call;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something does not work, for people: in English for the log, in the agent's language for windows. Two are equal
 * when they say the same. Immutable.
 */
public final class Reason {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Optional<Kind> kind;
    private final String pattern;
    private final List<Object> arguments;

    /**
     * One of a room's reasons: a constant of an enum. The other languages stand in property files that have the name of
     * the enum and lie beside it; a test holds that none is missing.
     */
    public interface Kind {
        /** With {0}, {1} … where the arguments go. */
        String english();

        /** The enum constant's own: in small letters the key in the property files. */
        String name();
    }

    private Reason(Optional<Kind> kind, String pattern, List<Object> arguments) {
        this.kind = kind;
        this.pattern = pattern;
        this.arguments = arguments;
    }

    /** @param arguments are put in as they are, save reasons, which are told in the language of the whole */
    public static Reason of(Kind kind, Object... arguments) {
        return new Reason(Optional.of(kind), kind.english(), List.of(arguments));
    }

    /** Somebody else's words: those of the system, or of a server. There are no others in any language. */
    public static Reason words(String words) {
        return new Reason(Optional.empty(), "{0}", List.of(words));
    }

    public String english() {
        return in(Locale.ROOT);
    }

    public String in(Locale locale) {
        return PLACE.matcher(pattern(locale)).replaceAll(place ->
                Matcher.quoteReplacement(argument(Integer.parseInt(place.group(1)), locale)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reason reason && reason.english().equals(english());
    }

    @Override
    public int hashCode() {
        return english().hashCode();
    }

    @Override
    public String toString() {
        return english();
    }

    private String argument(int place, Locale locale) {
        Object argument = arguments.get(place);
        return argument instanceof Reason inner ? inner.in(locale) : argument.toString();
    }

    private String pattern(Locale locale) {
        return kind.flatMap(known -> translated(known, locale)).orElse(pattern);
    }

    private static Optional<String> translated(Kind kind, Locale locale) {
        if (locale.getLanguage().isEmpty()) return Optional.empty();
        Class<?> room = kind instanceof Enum<?> constant ? constant.getDeclaringClass() : kind.getClass();
        try {
            return Optional.of(ResourceBundle.getBundle(room.getName(), locale, room.getClassLoader(),
                    Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)).getString(key(kind)));
        } catch (MissingResourceException onlyEnglish) {
            return Optional.empty();
        }
    }

    private static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}

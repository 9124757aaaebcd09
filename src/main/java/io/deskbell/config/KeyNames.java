package io.deskbell.config;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/** What sections and keys are called, and what they are for, in the languages of the policy editor. */
final class KeyNames {
    static final List<Locale> LANGUAGES = List.of(Locale.US, Locale.of("nl", "NL"), Locale.GERMANY);
    private static final String BUNDLE = KeyNames.class.getPackageName() + ".keys";

    private final ResourceBundle bundle;
    private final boolean english;

    KeyNames(Locale language) {
        bundle = ResourceBundle.getBundle(BUNDLE, language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        english = language.getLanguage().equals("en");
    }

    /** English where it has not been translated. */
    String section(String section) {
        return find("section." + section).orElse(section);
    }

    String name(Key key) {
        return find(key.fullName()).orElse(key.fullName());
    }

    String about(Key key) {
        String table = String.join(" ", key.about());
        return english ? table : find(key.fullName() + ".about").orElse(table);
    }

    String of(String key) {
        return bundle.getString(key);
    }

    /** Whether somebody has put it into this language. */
    boolean knows(Key key) {
        return find(key.fullName()).isPresent() && find("section." + key.section()).isPresent()
                && (english || find(key.fullName() + ".about").isPresent());
    }

    private Optional<String> find(String key) {
        try {
            return Optional.of(bundle.getString(key));
        } catch (MissingResourceException none) {
            return Optional.empty();
        }
    }
}

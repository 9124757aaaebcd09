package io.deskbell.ui;

import io.deskbell.config.UiSettings;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A language and a theme to see a screen in. */
record Look(String language, Theme.Palette palette) {
    static final Look USUAL = new Look("en", Theme.Palette.LIGHT);

    static List<Look> all() {
        return Stream.of("en", "nl", "de").flatMap(language -> Stream.of(Theme.Palette.values())
                .map(palette -> new Look(language, palette))).toList();
    }

    Theme theme() {
        return new Theme(palette);
    }

    Words words() {
        return new Words(there());
    }

    Telling telling() {
        return Telling.of(habits(there()));
    }

    /** As an agent of no particular country is told. */
    static Telling told(String language) {
        return Telling.of(habits(Locale.of(language)));
    }

    private static Habits habits(Locale locale) {
        return new Habits(new UiSettings(true, false), "NL", locale, locale, Calls.ZONE, Calls.CLOCK);
    }

    /** An agent in the Netherlands, whatever is spoken there. */
    private Locale there() {
        return Locale.of(language, "NL");
    }

    @Override
    public String toString() {
        return language + "-" + palette.name().toLowerCase(Locale.ROOT);
    }
}

package io.deskbell.ui;

import io.deskbell.config.UiSettings;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

/**
 * How this agent likes things written and told.
 *
 * @param country how numbers are written, two letters
 * @param locale the language
 * @param formats how dates and times are written: an English Windows in the Netherlands writes them the Dutch way
 */
public record Habits(UiSettings settings, String country, Locale locale, Locale formats, ZoneId zone, Clock clock) {
    /** As this computer is set up. */
    public static Habits of(UiSettings settings, String country) {
        return new Habits(settings, country, Locale.getDefault(Locale.Category.DISPLAY),
                Locale.getDefault(Locale.Category.FORMAT), ZoneId.systemDefault(), Clock.systemUTC());
    }
}

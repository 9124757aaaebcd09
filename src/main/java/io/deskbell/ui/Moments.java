package io.deskbell.ui;

import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Dates, times, durations and tables as this agent, or his spreadsheet, reads them. */
final class Moments {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Words words;
    private final Clock clock;
    private final ZoneId zone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;
    private final String separator;

    Moments(Words words, Locale formats, Clock clock, ZoneId zone) {
        this.words = words;
        this.clock = clock;
        this.zone = zone;
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(formats);
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(formats);
        this.separator = DecimalFormatSymbols.getInstance(formats).getDecimalSeparator() == ',' ? ";" : ",";
    }

    /** "14:02", "yesterday 14:02", "12/03/26 14:02". */
    String of(Instant moment) {
        ZonedDateTime at = moment.atZone(zone);
        long daysAgo = at.toLocalDate().until(today(), java.time.temporal.ChronoUnit.DAYS);
        if (daysAgo == 0) return time.format(at);
        if (daysAgo == 1) return words.of("time.yesterday", time.format(at));
        return date.format(at) + " " + time.format(at);
    }

    /** As spreadsheets of all countries read it: "2026-11-23 14:29:00", by the clock of {@link #zone}. */
    String stamp(Instant moment) {
        return STAMP.format(moment.atZone(zone));
    }

    /** Between fields, as spreadsheets of the agent's country read them: where 1,5 is a number it cannot be a comma. */
    String separator() {
        return separator;
    }

    /** Whose clock it is: "Europe/Amsterdam". */
    String zone() {
        return zone.getId();
    }

    /** Midnight at the beginning of the day so many days ago. */
    Instant startOfDay(int daysAgo) {
        return today().minusDays(daysAgo).atStartOfDay(zone).toInstant();
    }

    /** "0:07", "12:40", "1:02:03". */
    static String lasting(Duration duration) {
        Duration shown = duration.isNegative() ? Duration.ZERO : duration;
        return shown.toHours() > 0
                ? "%d:%02d:%02d".formatted(shown.toHours(), shown.toMinutesPart(), shown.toSecondsPart())
                : "%d:%02d".formatted(shown.toMinutes(), shown.toSecondsPart());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}

package io.deskbell.ui.tray;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.deskbell.call.Call;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Says who called and when, in a line short enough for a menu. */
final class Callers {
    private static final int LONGEST_NAME = 40;

    private final TrayWords words;
    private final Locale formats;
    private final String country;
    private final Clock clock;

    /** @param formats how dates and times are written; @param country whose numbers are shown without a country code */
    Callers(TrayWords words, Locale formats, String country, Clock clock) {
        this.words = words;
        this.formats = formats;
        this.country = country.toUpperCase(Locale.ROOT);
        this.clock = clock;
    }

    String line(Call call) {
        String line = who(call.party()) + " · " + when(call.startedAt());
        return call.isMissed() ? line + " · " + words.of("caller.missed") : line;
    }

    String number(PhoneNumber number) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber parsed = library.parse(number.e164(), country);
            boolean ours = library.getCountryCodeForRegion(country) == parsed.getCountryCode();
            return library.format(parsed, ours ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException unusual) {
            return number.e164();
        }
    }

    private String who(Party party) {
        return switch (party) {
            case Party.Outside outside -> named(outside.name(), number(outside.number()));
            case Party.Colleague colleague -> named(colleague.name(), colleague.extension().digits());
            case Party.Withheld withheld -> words.of("caller.withheld");
            case Party.Unknown unknown -> unknown.name().isEmpty() ? words.of("caller.unknown") : cut(unknown.name());
        };
    }

    private static String named(String name, String number) {
        return name.isEmpty() || name.equals(number) ? number : cut(name) + ", " + number;
    }

    private static String cut(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST_NAME) return name;
        return name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }

    private String when(Instant at) {
        ZonedDateTime there = at.atZone(clock.getZone());
        boolean today = there.toLocalDate().equals(LocalDate.now(clock));
        DateTimeFormatter format = today ? DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT);
        return format.withLocale(formats).format(there);
    }
}

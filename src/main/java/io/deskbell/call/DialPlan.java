package io.deskbell.call;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.Locale;
import java.util.Optional;

/**
 * Says what to dial for a number as people write it: colleagues as they are, outside numbers as the country dials them
 * with the outside-line number before them, emergency numbers untouched. Immutable; any thread.
 */
public final class DialPlan {
    private final NumberPlan plan;
    private final String country;
    private final String outsidePrefix;
    private final boolean withPlus;

    /**
     * @param plan of the same agent
     * @param withPlus outside numbers are dialled as E.164 with their plus, not the national way
     */
    public DialPlan(NumberPlan plan, String country, String outsidePrefix, boolean withPlus) {
        this.plan = plan;
        this.country = country.toUpperCase(Locale.ROOT);
        this.outsidePrefix = outsidePrefix;
        this.withPlus = withPlus;
    }

    /** Empty for what reaches nobody, the agent's own extension included. */
    public Optional<Dialable> read(String written) {
        String typed = written.replaceAll("[\\s().\\-/\u00a0]", "");
        if (isEmergency(typed)) return Optional.of(new Dialable(typed, new Party.Unknown(typed), true));
        return switch (plan.dialled(typed, "")) {
            case Party.Colleague colleague ->
                    Optional.of(new Dialable(colleague.extension().digits(), colleague, false));
            case Party.Outside outside -> Optional.of(outside(outside));
            case Party.Withheld nobody -> Optional.empty();
            case Party.Unknown nobody -> Optional.empty();
        };
    }

    private Dialable outside(Party.Outside party) {
        String number = party.number().e164();
        String dialled = withPlus ? number : asDialledAtHome(number);
        // A plus says by itself that the number is an outside one.
        return new Dialable(dialled.startsWith("+") ? dialled : outsidePrefix + dialled, party, false);
    }

    /** With or without the number for an outside line: 0112 must not be dialled by a link where 0 is that number. */
    private boolean isEmergency(String typed) {
        boolean prefixed = !outsidePrefix.isEmpty() && typed.startsWith(outsidePrefix);
        ShortNumberInfo known = ShortNumberInfo.getInstance();
        return known.isEmergencyNumber(typed, country)
                || prefixed && known.isEmergencyNumber(typed.substring(outsidePrefix.length()), country);
    }

    /** As 0612345678 or 00442079460123: most telephone systems know no plus. */
    private String asDialledAtHome(String e164) {
        PhoneNumberUtil library = PhoneNumberUtil.getInstance();
        try {
            return library.formatOutOfCountryCallingNumber(library.parse(e164, country), country)
                    .replaceAll("[^0-9+]", "");
        } catch (NumberParseException strange) {
            return e164;
        }
    }
}

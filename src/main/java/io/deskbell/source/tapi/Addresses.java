package io.deskbell.source.tapi;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what drivers write as an address: a number, or a dialable or canonical address after "Address" in the TAPI
 * reference ({@code T0,0612345678}, {@code +31 (20) 123 45 67|sub^Name}).
 */
final class Addresses {
    private static final Pattern DIALABLE = Pattern.compile("[TPD]?([0-9+#* ().,/W@!$?;-]+?)(?:\\|[^^]*)?(?:\\^(.*))?");
    /** A number within the switch, however long: no plus, no trunk prefix. */
    private static final Pattern INSIDE = Pattern.compile("[1-9][0-9]{0,7}");

    private final NumberPlan plan;

    Addresses(NumberPlan plan) {
        this.plan = plan;
    }

    /** @param inside the switch says that the call came from within */
    Party caller(PartyId id, boolean inside) {
        if (id.isWithheld()) return new Party.Withheld();
        String number = digits(id.number());
        if (number.isEmpty()) return new Party.Unknown(id.name());
        Party party = plan.caller(number, name(id));
        boolean colleague = inside && INSIDE.matcher(number).matches() && party.isKnown();
        return colleague ? new Party.Colleague(new Extension(number), name(id)) : party;
    }

    Party dialled(PartyId id) {
        String number = digits(id.number());
        return number.isEmpty() ? new Party.Unknown(id.name()) : plan.dialled(number, name(id));
    }

    Optional<PhoneNumber> number(PartyId id) {
        return plan.number(digits(id.number()));
    }

    /** The extension of a colleague, when it is one. */
    Optional<Extension> colleague(PartyId id) {
        return caller(id, false) instanceof Party.Colleague colleague
                ? Optional.of(colleague.extension()) : Optional.empty();
    }

    private static String name(PartyId id) {
        Matcher address = DIALABLE.matcher(id.number());
        boolean inAddress = id.name().isEmpty() && address.matches() && address.group(2) != null;
        return inAddress ? address.group(2) : id.name();
    }

    /** What is no dialable address, such as one of SIP, is left for the number plan to read. */
    private static String digits(String written) {
        Matcher address = DIALABLE.matcher(written);
        return address.matches() ? address.group(1).replaceAll("[^0-9+#*]", "") : written;
    }
}

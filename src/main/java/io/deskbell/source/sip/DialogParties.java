package io.deskbell.source.sip;

import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.source.sip.DialogInfo.Dialog;
import io.deskbell.source.sip.DialogInfo.Identity;
import io.deskbell.source.sip.DialogInfo.Side;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who is at the other end of a dialog. Reads identities only: a target holds a pick-up code with FreeSWITCH and a
 * proxy's address with Polycom.
 */
final class DialogParties {
    private final NumberPlan plan;
    private final WatchedLine line;

    DialogParties(NumberPlan plan, WatchedLine line) {
        this.plan = plan;
        this.line = line;
    }

    Party other(Dialog dialog) {
        boolean dialled = dialog.direction().filter(way -> way == Direction.OUTBOUND).isPresent();
        List<Party> told = theirs(dialog).identities().stream()
                .filter(identity -> !line.isMeant(identity.address()))
                .map(identity -> read(identity, dialled))
                .toList();
        return told.stream().filter(party -> party.outsideNumber().isPresent()).findFirst()
                .or(() -> told.stream().filter(Party::isKnown).findFirst())
                .or(() -> told.stream().findFirst())
                .orElse(Party.Unknown.NOBODY);
    }

    /** The number the customer dialled: our own end of an inbound call, where it is a number of the public network. */
    Optional<PhoneNumber> dialledByCustomer(Dialog dialog) {
        if (dialog.direction().filter(way -> way == Direction.INBOUND).isEmpty()) return Optional.empty();
        return ours(dialog).identities().stream()
                .map(Identity::address)
                .filter(address -> !line.isMeant(address))
                .flatMap(address -> plan.number(address).stream())
                .findFirst();
    }

    Optional<Extension> referredBy(Dialog dialog) {
        if (dialog.referredBy().isEmpty() || line.isMeant(dialog.referredBy())) return Optional.empty();
        Party referrer = plan.caller(withoutBrackets(dialog.referredBy()), "");
        return referrer instanceof Party.Colleague colleague ? Optional.of(colleague.extension()) : Optional.empty();
    }

    /** Our own end does not play what it receives (RFC 4235 §5.2), or a note says so (Wildix). */
    boolean isHeld(Dialog dialog) {
        if (dialog.note().toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:hold|held)\\b.*")) return true;
        return ours(dialog).rendering().filter(plays -> !plays).isPresent();
    }

    private Side theirs(Dialog dialog) {
        return isSwapped(dialog) ? dialog.local() : dialog.remote();
    }

    private Side ours(Dialog dialog) {
        return isSwapped(dialog) ? dialog.remote() : dialog.local();
    }

    /** Wildix writes the watched phone as remote and the caller as local. */
    private boolean isSwapped(Dialog dialog) {
        return isLine(dialog.remote()) && !dialog.local().identities().isEmpty() && !isLine(dialog.local());
    }

    private boolean isLine(Side side) {
        return side.identities().stream().anyMatch(identity -> line.isMeant(identity.address()));
    }

    private Party read(Identity identity, boolean dialled) {
        String address = withoutBrackets(identity.address());
        boolean numberAgain = identity.display().equals(WatchedLine.userOf(address));
        String name = numberAgain ? "" : identity.display();
        return dialled ? plan.dialled(address, name) : plan.caller(address, name);
    }

    private static String withoutBrackets(String address) {
        int open = address.indexOf('<');
        int close = address.indexOf('>', open + 1);
        return open >= 0 && close > open ? address.substring(open + 1, close) : address;
    }
}

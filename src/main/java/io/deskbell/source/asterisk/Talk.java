package io.deskbell.source.asterisk;

import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One call of the whole system: all channels with one Linkedid, and what is known of it whatever desk it is at. */
final class Talk {
    final String id;
    final Set<Channel> channels = new LinkedHashSet<>();
    final Map<String, DeskCall> desks = new LinkedHashMap<>();
    /** The desks at which it was, and is over. */
    private final Set<String> over = new HashSet<>();
    /** The other end, as long as it is no desk. */
    Optional<Party> outside = Optional.empty();
    Optional<Direction> direction = Optional.empty();
    Optional<String> did = Optional.empty();
    Optional<String> filterValue = Optional.empty();
    boolean withheld;
    /** The extension that gave it away last. */
    Optional<String> giver = Optional.empty();
    /** It was given away or parked, and nobody has taken it yet. */
    boolean inTransit;

    Talk(String id) {
        this.id = id;
    }

    DeskCall begin(String extension) {
        DeskCall call = new DeskCall(extension, id);
        desks.put(extension, call);
        return call;
    }

    /** Whoever gave it away has it again: under the same name, for its end was told to nobody. */
    DeskCall beginAgain(DeskCall given) {
        DeskCall call = new DeskCall(given.extension, given.key);
        call.givenTo = given.givenTo;
        desks.put(call.extension, call);
        return call;
    }

    /** It was over for this desk, whether answered there or not. */
    boolean wasOver(String extension) {
        return over.contains(extension);
    }

    void end(DeskCall call) {
        desks.remove(call.extension);
        over.add(call.extension);
    }

    /** What was known of a call that went up in this one. */
    void learn(Talk lost) {
        if (outside.isEmpty()) {
            outside = lost.outside;
            direction = lost.direction;
        }
        did = did.or(() -> lost.did);
        filterValue = filterValue.or(() -> lost.filterValue);
        withheld |= lost.withheld;
        giver = giver.or(() -> lost.giver);
        inTransit |= lost.inTransit;
    }

    void answered(DeskCall call) {
        call.answered = true;
        inTransit = false;
    }
}

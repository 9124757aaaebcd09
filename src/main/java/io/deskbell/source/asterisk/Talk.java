package io.deskbell.source.asterisk;

import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One call of the whole system: all channels with one Linkedid, and what is known of it whatever desk it is at. */
final class Talk {
    /** Longer than a call that is over is remembered for late words about it. */
    private static final Duration MEMORY = Duration.ofSeconds(12);

    final String id;
    /** Its name for the desks to come: that under which it was answered. */
    String key;
    final Set<Channel> channels = new LinkedHashSet<>();
    final Map<String, DeskCall> desks = new LinkedHashMap<>();
    /** Where it is over. */
    private final Map<String, Over> over = new HashMap<>();
    private int offers = 1;
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

    private record Over(Instant at, boolean answered) {
    }

    Talk(String id) {
        this.id = id;
        this.key = id;
    }

    /** A desk that has had it comes to it again within seconds: under the same name that would be a late word. */
    DeskCall begin(String extension, Instant at) {
        boolean again = hadBefore(extension, at) && over.get(extension).answered();
        DeskCall call = new DeskCall(extension, again ? id + "-" + ++offers : key);
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

    /** A moment ago it was over for this desk. */
    boolean hadBefore(String extension, Instant at) {
        return over.containsKey(extension) && over.get(extension).at().plus(MEMORY).isAfter(at);
    }

    void end(DeskCall call, Instant at) {
        desks.remove(call.extension);
        over.put(call.extension, new Over(at, call.answered));
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
        key = call.key;
        inTransit = false;
    }
}

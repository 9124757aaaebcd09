package io.deskbell.source.threecx;

import io.deskbell.call.Direction;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is remembered of one call of the telephone system, whoever takes part. Not thread safe. */
final class SeenCall {
    private final String name;
    private final Set<String> answeredBy = new HashSet<>();
    /** Whoever took part: of extensions their own, of those outside what is shown. */
    private final Set<String> numbers = new HashSet<>();
    private final Map<String, Leg> last = new HashMap<>();
    private Optional<Direction> direction = Optional.empty();

    SeenCall(String name) {
        this.name = name;
    }

    void hear(Participant part) {
        if (part.isConnected()) answeredBy.add(part.dn());
        numbers.add(part.dn());
        if (!part.number().isEmpty()) numbers.add(part.number());
        boolean dialled = part.status() == Participant.Status.DIALING || part.originatedBy().equals(part.dn());
        boolean offered = !part.onBehalfOf().isEmpty(); // By a queue, whoever began the call.
        if (part.outside() && (direction.isEmpty() || offered)) {
            direction = Optional.of(dialled ? Direction.OUTBOUND : Direction.INBOUND);
        }
    }

    /** Somebody in it had the same other end before, or hands it over now, as after a consultation. */
    boolean knows(Participant part) {
        return numbers.contains(part.number()) || numbers.contains(part.referredBy());
    }

    /** Whoever diverts a call without answering it hands nothing over; what nobody saw did not happen. */
    boolean wasAnsweredBy(String dn) {
        return answeredBy.contains(dn);
    }

    /** Of the first who had it with somebody outside, or got it from a queue, for those who get it later. */
    Optional<Direction> direction() {
        return direction;
    }

    String name() {
        return name;
    }

    /** The call at one extension, once more perhaps: by a queue, or back from whom it was given to. */
    Leg legAt(String dn) {
        Optional<Leg> before = Optional.ofNullable(last.get(dn));
        Leg leg = new Leg(this, before.isPresent(),
                before.filter(old -> !old.over).flatMap(old -> old.given.or(() -> old.givenBefore)));
        last.put(dn, leg);
        return leg;
    }
}

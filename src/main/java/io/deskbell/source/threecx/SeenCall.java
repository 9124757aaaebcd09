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
    private final Set<String> numbers = new HashSet<>();
    private final Map<String, Leg> last = new HashMap<>();
    private Optional<Direction> direction = Optional.empty();

    SeenCall(String name) {
        this.name = name;
    }

    void hear(Participant part) {
        if (part.isConnected()) answeredBy.add(part.dn());
        if (!part.number().isEmpty()) numbers.add(part.number());
        boolean dialled = part.status() == Participant.Status.DIALING || part.originatedBy().equals(part.dn());
        if (direction.isEmpty() && part.outside()) {
            direction = Optional.of(dialled ? Direction.OUTBOUND : Direction.INBOUND);
        }
    }

    /** Somebody in it had the same other end before. */
    boolean knows(Participant part) {
        return numbers.contains(part.number());
    }

    /** Whoever diverts a call without answering it hands nothing over; what nobody saw did not happen. */
    boolean wasAnsweredBy(String dn) {
        return answeredBy.contains(dn);
    }

    /** Of the first who had it with somebody outside, for those who get it later. */
    Optional<Direction> direction() {
        return direction;
    }

    /**
     * The call at one extension, once more perhaps: under the same name while nobody answered it there, and when it
     * comes back from whom it was given to; else under one of its own, for the helpdesk was told the end of the other.
     */
    Leg legAt(String dn) {
        Optional<Leg> before = Optional.ofNullable(last.get(dn));
        boolean over = before.filter(leg -> leg.answered && leg.given.isEmpty()).isPresent();
        int count = before.map(leg -> leg.count).orElse(1) + (over ? 1 : 0);
        Leg leg = new Leg(this, count < 2 ? name : name + "." + count, count, before.isPresent() && !over,
                before.flatMap(old -> old.given.or(() -> old.givenBefore)).filter(to -> !over));
        last.put(dn, leg);
        return leg;
    }
}

package io.deskbell.source.asterisk;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.source.asterisk.Channel.Who;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who is at the other end of a desk's channel, and what else is told of the call. */
final class Parties {
    private static final int MOST = 1_000;

    private final Known<Who, Party> callers;
    private final Known<Who, Party> dialled;
    private final Known<String, Optional<PhoneNumber>> numbers;

    /** @param own that the number plan takes for nobody: at every other desk it is a colleague */
    Parties(NumberPlan plan, Extension own) {
        callers = new Known<>(MOST, who -> isOwn(who, own) ? new Party.Colleague(own, who.name())
                : plan.caller(who.number(), who.name()));
        dialled = new Known<>(MOST, who -> isOwn(who, own) ? new Party.Colleague(own, who.name())
                : plan.dialled(who.number(), who.name()));
        numbers = new Known<>(MOST, plan::number);
    }

    /** The other end, and which way the call went. */
    record Seen(Party party, Optional<Direction> direction) {
    }

    private static boolean isOwn(Who who, Extension own) {
        return who.number().equals(own.digits());
    }

    /** A call that was handed over keeps its customer, whatever colleague or service the phone came to it by. */
    Seen of(Talk talk, Channel leg, String extension) {
        boolean handedOver = talk.giver.filter(giver -> !giver.equals(extension)).isPresent();
        boolean known = handedOver && talk.outside.isPresent();
        Party party = known ? talk.outside.get() : leg.isOutgoing() ? dialled(leg) : caller(talk, leg, extension);
        if (!known && CallBoard.isOutside(party)) {
            talk.outside = Optional.of(party);
            talk.direction = talk.direction.or(() -> leg.way);
        }
        return new Seen(party, talk.outside.isPresent() ? talk.direction.or(() -> leg.way) : leg.way);
    }

    CallReport report(Talk talk, DeskCall call, Seen seen, CallState state, Instant at) {
        CallReport report = CallReport.of(CallKey.shared(call.key), state, at).with(seen.party());
        if (seen.direction().isPresent()) report = report.going(seen.direction().get());
        boolean outbound = seen.direction().filter(Direction.OUTBOUND::equals).isPresent();
        if (!outbound) report = talk.did.flatMap(numbers::of).map(report::dialled).orElse(report);
        report = talk.filterValue.map(report::filteredBy).orElse(report);
        Optional<String> giver = talk.giver.filter(other -> !other.equals(call.extension));
        return giver.isPresent() ? report.handedOverBy(new Extension(giver.get())) : report;
    }

    /** The same word at another moment. */
    static CallReport at(CallReport told, Instant at) {
        return new CallReport(told.key(), told.state(), at, told.aliases(), told.direction(), told.party(),
                told.referrer(), told.reason(), told.transfer(), told.transferredBy(), told.filterValue(),
                told.wholeCallInSight());
    }

    /** What the telephone dialled, else what was dialled for it: the first that is a number at all. */
    private Party dialled(Channel leg) {
        List<String> candidates = new ArrayList<>(List.of(leg.exten));
        candidates.addAll(leg.dialled);
        candidates.add(leg.connected.number());
        String name = leg.connected.name();
        return candidates.stream().filter(text -> !text.isEmpty()).map(text -> dialled.of(new Who(text, name)))
                .filter(Party::isKnown).findFirst().orElse(new Party.Unknown(name));
    }

    private Party caller(Talk talk, Channel leg, String extension) {
        if (talk.withheld) return new Party.Withheld();
        Who who = leg.connected.number().equals(extension) ? leg.from : leg.connected.or(leg.from);
        Optional<Who> first = talk.channels.stream().filter(channel -> channel.id.equals(talk.id) && channel != leg)
                .map(channel -> channel.caller).findFirst();
        Who caller = who.or(first.orElse(Who.NOBODY));
        if (caller.number().equals(extension)) return new Party.Unknown(caller.name());
        return callers.of(caller);
    }
}

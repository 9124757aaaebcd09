package io.deskbell.source.threecx;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the reports of one extension of who takes part in which call. A part that goes may come back, or another
 * extension's come in its place, so an end is told {@link #GRACE} later, with the moment it happened. Not thread safe.
 */
final class Legs {
    static final Duration GRACE = Duration.ofSeconds(2);
    /** A customer's call and the consultation about it that end within this time end together. */
    private static final Duration TOGETHER = Duration.ofMillis(1500);

    private final Extension own;
    private final NumberPlan plan;
    private final Map<String, String> queues;
    private final List<Leg> legs = new ArrayList<>();

    /** @param queues the number customers dial, by queue */
    Legs(Extension own, NumberPlan plan, Map<String, String> queues) {
        this.own = own;
        this.plan = plan;
        this.queues = queues;
    }

    /**
     * How it stands now.
     *
     * @param parts all there are, of all extensions, with their calls
     * @param listed the extensions that are told of
     * @param unseenSince what is gone went while nobody looked, from that moment on
     * @return what is to be told
     */
    List<CallReport> stands(Map<Participant, SeenCall> parts, Set<String> listed, Instant at,
                            Optional<Instant> unseenSince) {
        List<CallReport> reports = new ArrayList<>();
        Map<SeenCall, List<Participant>> mine = new LinkedHashMap<>();
        parts.forEach((part, call) -> {
            if (part.dn().equals(own.digits())) mine.computeIfAbsent(call, c -> new ArrayList<>()).add(part);
        });
        for (Leg leg : legs) {
            if (leg.given.isEmpty() && mine.containsKey(leg.call)) continue;
            withoutUs(leg, others(leg.call, parts), at, unseenSince).ifPresent(reports::add);
        }
        mine.forEach((call, ours) -> {
            Participant furthest = ours.stream().max(Comparator.comparing(Participant::status)).orElseThrow();
            Leg leg = legs.stream().filter(one -> one.call == call && one.given.isEmpty()).findFirst()
                    .orElseGet(() -> begin(call, furthest, listed));
            leg.isHere();
            boolean again = leg.anew && leg.told.isEmpty();
            report(leg, furthest, at).ifPresent(report -> {
                boolean lateWord = again && !report.state().isRinging();
                if (lateWord) reports.add(report.in(CallState.RINGING)); // It is none if it rings.
                reports.add(report);
            });
        });
        return reports;
    }

    /**
     * What is over by the passing of time: consultations first, so that those who were joined are known.
     *
     * @param sure that nobody else has the calls is certain; else those that were answered have to wait
     */
    List<CallReport> passed(Instant at, boolean sure) {
        List<Leg> over = legs.stream().filter(leg -> isDue(leg, at) && (sure || !leg.wasEverAnswered()))
                .sorted(Comparator.comparing(leg -> !leg.isColleagues())).toList();
        legs.removeAll(over);
        over.forEach(leg -> leg.over = true);
        return over.stream().flatMap(leg -> leg.told.map(told -> end(leg, told)).stream()).toList();
    }

    /** An answered call seems to be over, unless a word about who has it now was lost. */
    boolean isAnyOver(Instant at) {
        return legs.stream().anyMatch(leg -> leg.wasEverAnswered() && isDue(leg, at));
    }

    Optional<Instant> nextDue() {
        return legs.stream().flatMap(leg -> due(leg).stream()).min(Comparator.naturalOrder());
    }

    /** The last that was told of what is not over, for a list of all. */
    Collection<CallReport> going() {
        return legs.stream().filter(leg -> leg.given.isEmpty()).flatMap(leg -> leg.told.stream()).toList();
    }

    private static List<Participant> others(SeenCall call, Map<Participant, SeenCall> parts) {
        return parts.entrySet().stream().filter(entry -> entry.getValue() == call).map(Map.Entry::getKey).toList();
    }

    private boolean isDue(Leg leg, Instant at) {
        return due(leg).filter(due -> !due.isAfter(at)).isPresent();
    }

    /** Those that went together wait for the last of them. */
    private Optional<Instant> due(Leg leg) {
        if (leg.answeredElsewhere) return leg.goneAt; // Nobody brings it back.
        return leg.goneAt.map(gone -> legs.stream().flatMap(other -> other.goneAt.stream())
                .filter(other -> Duration.between(gone, other).abs().compareTo(TOGETHER) <= 0)
                .max(Comparator.naturalOrder()).orElse(gone).plus(GRACE));
    }

    private Leg begin(SeenCall call, Participant part, Set<String> listed) {
        boolean byColleague = listed.contains(part.referredBy()) && !part.referredBy().equals(own.digits())
                && call.wasAnsweredBy(part.referredBy());
        Leg leg = call.legAt(own.digits());
        if (byColleague) leg.from = Optional.of(new Extension(part.referredBy()));
        legs.removeIf(old -> old.call == call && old.given.isPresent()); // One of both is followed to the end.
        legs.add(leg);
        return leg;
    }

    private Optional<CallReport> report(Leg leg, Participant part, Instant at) {
        boolean same = leg.told.filter(told -> told.state() != CallState.HELD).isPresent()
                && leg.seen.equals(Optional.of(part));
        if (same) return Optional.empty();
        leg.seen = Optional.of(part);
        direction(leg, part).filter(way -> leg.direction.isEmpty()).ifPresent(way -> leg.direction = Optional.of(way));
        boolean outbound = leg.direction.filter(Direction.OUTBOUND::equals).isPresent();
        CallState ringing = outbound ? CallState.DIALING : CallState.RINGING;
        CallState state = part.isConnected() ? CallState.CONNECTED : leg.answered ? CallState.HELD : ringing;
        leg.answered |= part.isConnected();
        CallReport report = CallReport.of(CallKey.shared(leg.call.name()), state, at).with(party(part, outbound));
        report = leg.direction.map(report::going).orElse(report);
        report = leg.from.map(report::handedOverBy).orElse(report);
        if (!outbound) report = referrer(part).flatMap(plan::number).map(report::dialled).orElse(report);
        return news(leg, report);
    }

    /** Told again only with something new in it. */
    private static Optional<CallReport> news(Leg leg, CallReport report) {
        boolean same = leg.told.filter(before -> before.state() == report.state()
                && before.party().equals(report.party()) && before.direction().equals(report.direction())
                && before.referrer().equals(report.referrer())).isPresent();
        if (same) return Optional.empty();
        leg.told = Optional.of(report);
        return leg.told;
    }

    private Optional<Direction> direction(Leg leg, Participant part) {
        if (leg.from.isPresent()) return leg.call.direction().or(() -> Optional.of(Direction.INBOUND));
        boolean began = part.originatedBy().equals(own.digits());
        if (began || part.status() == Participant.Status.DIALING) return Optional.of(Direction.OUTBOUND);
        boolean reached = part.status() == Participant.Status.RINGING || !part.originatedBy().isEmpty()
                || !part.onBehalfOf().isEmpty() || !part.referredBy().isEmpty();
        return reached ? Optional.of(Direction.INBOUND) : Optional.empty();
    }

    private Party party(Participant part, boolean outbound) {
        if (outbound) return plan.dialled(part.number(), part.name());
        Party caller = plan.caller(part.number(), part.name());
        boolean hidden = part.outside() && part.number().isEmpty() && !caller.isKnown();
        return hidden ? new Party.Withheld() : caller;
    }

    private Optional<String> referrer(Participant part) {
        return Optional.of(part.did()).filter(did -> !did.isEmpty())
                .or(() -> Optional.ofNullable(queues.get(part.onBehalfOf())));
    }

    /** The extension takes no part now; others may. */
    private Optional<CallReport> withoutUs(Leg leg, List<Participant> others, Instant at,
                                           Optional<Instant> unseenSince) {
        if (leg.given.isPresent()) return withWhoHasIt(leg, others, at, unseenSince);
        if (leg.givenBefore.isPresent() && !leg.answered && !others.isEmpty()) { // It came back in vain.
            return leg.told.map(told -> given(leg, leg.givenBefore.get(), told, at));
        }
        List<Participant> takers = others.stream()
                .filter(part -> leg.answered && own.digits().equals(part.referredBy())).toList();
        Optional<Participant> taker = takers.stream().filter(Participant::isConnected).findFirst();
        if (taker.isPresent()) {
            Extension to = new Extension(taker.get().dn());
            return leg.told.map(told -> given(leg, to, told, at));
        }
        if (!takers.isEmpty()) { // It rings at a colleague, who may not take it.
            leg.isHere();
            return leg.told.flatMap(told -> news(leg, at(told, CallState.HELD, at)));
        }
        leg.isGone(at, unseenSince);
        leg.answeredElsewhere = !leg.answered
                && others.stream().anyMatch(part -> part.isConnected() && !leg.isOfferedBy(part));
        return Optional.empty();
    }

    /** Given away, it goes on while whoever got it is in it, or those to whom it is handed on. */
    private Optional<CallReport> withWhoHasIt(Leg leg, List<Participant> others, Instant at,
                                              Optional<Instant> unseenSince) {
        String holder = leg.given.orElseThrow().digits();
        boolean stays = others.stream().anyMatch(part -> part.dn().equals(holder) || part.dn().equals(own.digits()));
        List<Participant> handedOn = others.stream().filter(part -> !part.referredBy().isEmpty()).toList();
        if (stays || !handedOn.isEmpty()) leg.isHere();
        else leg.isGone(at, unseenSince);
        return handedOn.stream().filter(part -> !stays && part.isConnected()).findFirst()
                .flatMap(taker -> leg.told.map(told -> given(leg, new Extension(taker.dn()), told, at)));
    }

    private static CallReport given(Leg leg, Extension to, CallReport told, Instant at) {
        leg.isHere();
        leg.given = Optional.of(to);
        return at(told, CallState.CONNECTED, at).givenTo(to, true);
    }

    private static CallReport at(CallReport told, CallState state, Instant at) {
        CallReport report = CallReport.of(told.key(), state, at).with(told.party());
        report = told.direction().map(report::going).orElse(report);
        report = told.referrer().map(report::dialled).orElse(report);
        return told.transferredBy().map(report::handedOverBy).orElse(report);
    }

    private static CallReport end(Leg leg, CallReport told) {
        CallReport report = at(told, CallState.ENDED, leg.goneAt.orElseThrow());
        if (leg.goneUnseen) return report.because(EndReason.UNKNOWN);
        return leg.answeredElsewhere ? report.because(EndReason.ANSWERED_ELSEWHERE) : report;
    }
}

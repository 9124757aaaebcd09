package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells a transfer from two calls that merely end: a customer's call and a consultation with a colleague that end
 * within moments of each other were joined. Phones do not say so (none of the telephone systems measured sends
 * RFC 4235 replaces or referred-by), so the times are all there is. Not thread safe.
 */
final class Joins {
    private static final int MOST_SPENT = 100;

    private final TrackerLimits limits;
    private final List<Call> endedConsultations = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    /** Conversations that handed over a call, by their ids: none hands over a second one. */
    private final Set<String> spent = new LinkedHashSet<>();

    Joins(TrackerLimits limits) {
        this.limits = limits;
    }

    /** A customer's call that ended while a consultation was going on: its meaning is known in a moment. */
    record Waiting(Call ended, Instant due) {
    }

    static boolean isConsultation(Call call) {
        return call.isOutbound() && call.isInternal();
    }

    /** A consultation about this customer's call: begun after it. */
    static boolean isConsultation(Call call, Call customers) {
        return isConsultation(call) && !call.startedAt().isBefore(customers.startedAt());
    }

    static boolean isCustomers(Call call) {
        return call.wasAnswered() && !call.isInternal();
    }

    /** A consultation about this call that ended a moment ago and was joined to nothing yet. */
    Optional<Extension> takeConsultationEndedBefore(Call customers, Instant at) {
        forget(at);
        Optional<Call> latest = endedConsultations.stream()
                .filter(call -> isConsultation(call, customers))
                .max(Comparator.comparing(call -> call.endedAt().orElseThrow()));
        latest.ifPresent(endedConsultations::remove);
        return latest.flatMap(Joins::colleague);
    }

    void consultationEnded(Call consultation, Instant at) {
        forget(at);
        if (mayBeJoin(consultation)) endedConsultations.add(consultation);
    }

    void wait(Call customersEnded, Instant at) {
        waiting.add(new Waiting(customersEnded, at.plus(limits.join())));
    }

    /** The customer's call that waits for this consultation to end with it, the last one first. */
    Optional<Call> takeWaiting(Call consultation) {
        if (!mayBeJoin(consultation)) return Optional.empty();
        Optional<Waiting> latest = waiting.reversed().stream()
                .filter(w -> isConsultation(consultation, w.ended())).findFirst();
        latest.ifPresent(waiting::remove);
        return latest.map(Waiting::ended);
    }

    /** Those that waited in vain: they simply ended. */
    List<Call> takeOverdue(Instant now) {
        if (waiting.isEmpty()) return List.of();
        List<Call> overdue = waiting.stream().filter(w -> !w.due().isAfter(now)).map(Waiting::ended).toList();
        waiting.removeIf(w -> !w.due().isAfter(now));
        return overdue;
    }

    Optional<Instant> nextDue() {
        return waiting.stream().map(Waiting::due).min(Comparator.naturalOrder());
    }

    /**
     * The colleague who handed over a call that was connected the moment it began: a conversation of the agent with
     * that colleague ended a moment before, or is about to (RFC 3891: the new call begins, then the old one ends).
     * A customer who comes later is the next one, and a phone may well take him by itself; so is a second one who comes
     * at once, for a conversation hands over one call.
     */
    Optional<Extension> handedOverBy(Call justConnected, Collection<Call> ended, Collection<Call> live, Instant at) {
        if (justConnected.isInternal() || justConnected.isOutbound()) return Optional.empty();
        Duration rang = Duration.between(justConnected.startedAt(), at);
        if (rang.compareTo(limits.justBegun()) > 0) return Optional.empty();
        Stream<Call> justEnded = ended.stream().filter(call -> call.endedAt()
                .filter(end -> within(end, at) && !end.isBefore(justConnected.startedAt().minus(limits.gap())))
                .isPresent());
        // Nobody takes a second call so fast with the first one in the ear.
        Stream<Call> goingOn = rang.compareTo(limits.justBegun().dividedBy(2)) > 0 ? Stream.empty() : live.stream()
                .filter(call -> call.state() == CallState.CONNECTED && beganBefore(call, at));
        return Stream.concat(justEnded, goingOn)
                .filter(call -> call.isInternal() && call.wasAnswered() && !spent.contains(call.id()))
                .findFirst().flatMap(this::spend);
    }

    private Optional<Extension> spend(Call conversation) {
        spent.add(conversation.id());
        if (spent.size() > MOST_SPENT) spent.remove(spent.iterator().next());
        return colleague(conversation);
    }

    static Optional<Extension> colleague(Call call) {
        return call.party() instanceof Party.Colleague colleague
                ? Optional.of(colleague.extension()) : Optional.empty();
    }

    /** Calls may be told late, and after calls that came later: what began afterwards did not hand this one over. */
    private boolean beganBefore(Call conversation, Instant at) {
        Instant answered = conversation.answeredAt().orElseThrow();
        return answered.isBefore(at) && !within(answered, at);
    }

    private static boolean mayBeJoin(Call consultation) {
        return consultation.endReason().filter(EndReason::mayBeJoin).isPresent();
    }

    private void forget(Instant now) {
        endedConsultations.removeIf(call -> !within(call.endedAt().orElseThrow(), now));
    }

    /** Either way round: a clock that was set back must not make everything a moment ago. */
    private boolean within(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(limits.join()) <= 0;
    }
}

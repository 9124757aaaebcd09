package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells a transfer from two calls that merely end: a customer's call and a consultation with a colleague that end
 * within moments of each other were joined. Phones do not say so (none of the telephone systems measured sends
 * RFC 4235 replaces or referred-by), so the times are all there is. Not thread safe.
 */
final class Joins {
    private final TrackerLimits limits;
    private final List<Call> endedConsultations = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();

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

    static Optional<Extension> colleague(Call call) {
        return call.party() instanceof Party.Colleague colleague
                ? Optional.of(colleague.extension()) : Optional.empty();
    }

    private static boolean mayBeJoin(Call consultation) {
        return consultation.endReason().filter(EndReason::mayBeJoin).isPresent();
    }

    private void forget(Instant now) {
        endedConsultations.removeIf(call -> !within(call.endedAt().orElseThrow(), now));
    }

    private boolean within(Instant one, Instant other) {
        return within(limits, one, other);
    }

    /** Either way round: a clock that was set back must not make everything a moment ago. */
    static boolean within(TrackerLimits limits, Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(limits.join()) <= 0;
    }
}

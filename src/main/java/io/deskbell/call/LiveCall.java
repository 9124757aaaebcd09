package io.deskbell.call;

import java.time.Instant;
import java.util.Optional;

/** A call that lives, what was last heard of it, and whether anybody was told of it yet. Not thread safe. */
final class LiveCall {
    private final TrackerLimits limits;
    Call call;
    Instant heardAt;
    boolean announced;
    /** It was going on when an earlier run of the program stopped. */
    boolean resumed;
    /** Nothing was heard of it in this run. */
    boolean isUnheard;
    /** The agent gave it to a colleague and the source goes on seeing it. */
    boolean givenAway;

    LiveCall(Call call, Instant heardAt, TrackerLimits limits) {
        this.call = call;
        this.heardAt = heardAt;
        this.limits = limits;
    }

    /** Whether it is late; else it is the latest that was heard. */
    boolean hearsLate(CallReport report) {
        isUnheard = false;
        boolean late = report.at().isBefore(heardAt);
        if (!late) heardAt = report.at();
        return late;
    }

    /** Given away, and offered here once more, which the source tells by a ring: no late word about what it was. */
    boolean comesBack(CallReport report) {
        return givenAway && report.key().scope() == CallKey.Scope.SHARED && report.state().isRinging()
                && call.endedAt().filter(report.at()::isAfter).isPresent();
    }

    /** What is told of a call that comes back, with what was known of it and is not told again. */
    CallReport knowing(CallReport told) {
        CallReport known = told.party().isKnown() ? told : told.with(call.party());
        known = told.direction().or(call::direction).map(known::going).orElse(known);
        known = told.referrer().or(call::referrer).map(known::dialled).orElse(known);
        return told.filterValue().or(call::filterValue).map(known::filteredBy).orElse(known);
    }

    /** When the ring is told although nobody knows who it is. */
    Optional<Instant> ringDue() {
        boolean heldBack = !announced && call.state().isRinging();
        return heldBack ? Optional.of(call.startedAt().plus(limits.unnamedRing())) : Optional.empty();
    }

    /** When the call is given up if nothing more is heard. */
    Instant lostDue() {
        return call.state().isRinging() ? call.startedAt().plus(limits.ring()) : heardAt.plus(limits.silence());
    }
}

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
    /** The agent gave it to a colleague and the source goes on seeing it. */
    boolean givenAway;

    LiveCall(Call call, Instant heardAt, TrackerLimits limits) {
        this.call = call;
        this.heardAt = heardAt;
        this.limits = limits;
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

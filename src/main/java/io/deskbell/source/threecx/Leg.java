package io.deskbell.source.threecx;

import io.deskbell.call.CallReport;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import java.time.Instant;
import java.util.Optional;

/** One call at one extension, from its first ring there until nothing more is told of it. Not thread safe. */
final class Leg {
    final SeenCall call;
    /** It was here before, and comes once more. */
    final boolean anew;
    /** To whom the agent had given it. */
    final Optional<Extension> givenBefore;
    /** The colleague who handed it over. */
    Optional<Extension> from = Optional.empty();
    Optional<Direction> direction = Optional.empty();
    /** As it last stood. */
    Optional<Participant> seen = Optional.empty();
    Optional<CallReport> told = Optional.empty();
    boolean answered;
    /** The extension takes no part any more. */
    Optional<Instant> goneAt = Optional.empty();
    /** That was found when the line was up again. */
    boolean goneUnseen;
    boolean answeredElsewhere;
    /** To whom the agent gave it: it is followed to its end. */
    Optional<Extension> given = Optional.empty();
    /** Its end was told. */
    boolean over;

    Leg(SeenCall call, boolean anew, Optional<Extension> givenBefore) {
        this.call = call;
        this.anew = anew;
        this.givenBefore = givenBefore;
    }

    /** Now, or before it was given away. */
    boolean wasEverAnswered() {
        return answered || givenBefore.isPresent();
    }

    void isHere() {
        goneAt = Optional.empty();
        goneUnseen = false;
    }

    /**
     * A consultation that ended unseen did so at the earliest: that a customer's call is gone as well does not mean
     * that the two were joined.
     */
    void isGone(Instant at, Optional<Instant> unseenSince) {
        if (goneAt.isPresent()) return;
        goneAt = isColleagues() ? unseenSince.or(() -> Optional.of(at)) : Optional.of(at);
        goneUnseen = unseenSince.isPresent();
    }

    /** A queue has whoever waits in it. */
    boolean isOfferedBy(Participant queue) {
        return seen.filter(part -> part.onBehalfOf().equals(queue.dn())).isPresent();
    }

    boolean isColleagues() {
        return told.filter(report -> report.party().isColleague()).isPresent();
    }
}

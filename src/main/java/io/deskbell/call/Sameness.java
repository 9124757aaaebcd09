package io.deskbell.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the call that a phone speaks of among those that other phones see: by a name both use, else by number,
 * direction and time, else, where one of them tells no number, by direction and time if only one can be meant.
 */
final class Sameness {
    private final Agreement limits;

    Sameness(Agreement limits) {
        this.limits = limits;
    }

    /** @param foundLate the phone's line was just back: when its calls began it does not know */
    Optional<JointCall> find(Sight sight, Collection<JointCall> calls, boolean foundLate) {
        List<JointCall> free = calls.stream().filter(joint -> joint.isFreeFor(sight.phone)).toList();
        return free.stream().filter(joint -> joint.isKnownAs(sight.names)).findFirst()
                .or(() -> byNumber(sight.call, free.stream()))
                .or(() -> byTimeAlone(sight.call, free, foundLate));
    }

    /** @param calls those of other phones; the nearest in time is meant, and one that lives before one that is over */
    Optional<JointCall> byNumber(Call call, Stream<JointCall> calls) {
        return calls.filter(joint -> call.party().isKnown() && call.party().sameNumberAs(joint.call().party()))
                .filter(joint -> directionsAgree(call, joint.call()))
                .filter(joint -> timesAgree(call, joint, true))
                .min(Comparator.comparing(JointCall::isOver).thenComparing(joint -> apart(call, joint.call())));
    }

    private Optional<JointCall> byTimeAlone(Call call, List<JointCall> calls, boolean foundLate) {
        List<JointCall> candidates = calls.stream()
                .filter(joint -> tellsNoNumber(call.party()) || tellsNoNumber(joint.call().party()))
                .filter(joint -> directionsAgree(call, joint.call()))
                .filter(joint -> foundLate && statesAgree(call, joint) || timesAgree(call, joint, false)).toList();
        return candidates.size() == 1 ? Optional.of(candidates.getFirst()) : Optional.empty();
    }

    private static boolean statesAgree(Call call, JointCall joint) {
        return !joint.isOver() && call.wasAnswered() == joint.call().wasAnswered();
    }

    private static boolean tellsNoNumber(Party party) {
        return party instanceof Party.Unknown || party instanceof Party.Withheld;
    }

    private static boolean directionsAgree(Call one, Call other) {
        return one.direction().isEmpty() || other.direction().isEmpty() || one.direction().equals(other.direction());
    }

    private static Duration apart(Call one, Call other) {
        return Duration.between(one.startedAt(), other.startedAt()).abs();
    }

    private boolean timesAgree(Call call, JointCall joint, boolean sameNumber) {
        Call other = joint.call();
        boolean begunTogether = near(call.startedAt(), other.startedAt(), limits.start());
        if (joint.isOver()) {
            return begunTogether || sameNumber && isLateWord(call, other) || isLateAnswer(call, other);
        }
        if (!call.wasAnswered() && !other.wasAnswered()) {
            return begunTogether || sameNumber && near(call.startedAt(), other.startedAt(), limits.sameNumber());
        }
        if (call.wasAnswered() && other.wasAnswered()) {
            return begunTogether || sameNumber
                    || near(call.answeredAt().orElseThrow(), other.answeredAt().orElseThrow(), limits.start());
        }
        boolean onlyItsEnd = call.endedAt().filter(call.startedAt()::equals).isPresent();
        if (onlyItsEnd) return sameNumber;
        if (call.wasAnswered()) return true; // The other one rings; it is seen to be answered sooner or later.
        return begunTogether || near(call.startedAt(), other.answeredAt().orElseThrow(), limits.start());
    }

    /** What comes within a moment of the end is about that call, unless it is a ring: the customer's next try. */
    private boolean isLateWord(Call call, Call over) {
        boolean fresh = call.state().isRinging();
        return !fresh && near(call.startedAt(), over.endedAt().orElseThrow(), limits.word());
    }

    /** A device that rang along heard who answered before the telephone system told: it was this desk after all. */
    private boolean isLateAnswer(Call call, Call over) {
        boolean elsewhere = over.endReason().filter(why -> why == EndReason.ANSWERED_ELSEWHERE).isPresent();
        return elsewhere && call.wasAnswered() && near(call.startedAt(), over.endedAt().orElseThrow(), limits.memory());
    }

    private static boolean near(Instant one, Instant other, Duration within) {
        return Duration.between(one, other).abs().compareTo(within) <= 0;
    }
}

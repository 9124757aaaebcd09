package io.deskbell.source.xelion;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of the agent's calls a notification is about, and whom it names: which fields say so is not documented.
 *
 * @param calls all there are, as they are when asked
 */
record MeantCalls(Collection<OwnCall> calls, NumberPlan plan) {
    List<OwnCall> named(Notification told) {
        return calls.stream().filter(call -> !call.given && told.texts().stream().anyMatch(text ->
                text.equals(call.callId) || call.aliases.contains(text) || call.channelIds.contains(text))).toList();
    }

    /** The call with somebody outside, and of several the oldest: the other one is the consultation. */
    Optional<OwnCall> customers(Collection<OwnCall> some) {
        return some.stream().filter(call -> call.answered && !call.given)
                .min(Comparator.comparing((OwnCall call) -> call.party.isColleague())
                        .thenComparing(call -> call.party.isKnown() ? 0 : 1).thenComparing(call -> call.begun));
    }

    /** The colleague whom the agent asked about this call last. */
    Optional<Extension> consulted(OwnCall given) {
        return calls.stream().filter(call -> call != given && !call.begun.isBefore(given.begun))
                .flatMap(call -> colleague(call.party).stream()).reduce((first, last) -> last);
    }

    /** An internal number among those that are told. */
    Optional<Extension> numberIn(Notification told) {
        return told.numbers().stream().flatMap(text -> colleague(plan.caller(text, "")).stream()).findFirst();
    }

    private static Optional<Extension> colleague(Party party) {
        return party instanceof Party.Colleague colleague ? Optional.of(colleague.extension()) : Optional.empty();
    }
}

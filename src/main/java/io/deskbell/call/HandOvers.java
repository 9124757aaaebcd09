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

/**
 * Tells by the times alone that a colleague handed over a call, where the phone does not say so: the call is connected
 * the moment it begins, as the conversation with that colleague ends. Not thread safe.
 */
final class HandOvers {
    private static final int MOST_SPENT = 100;

    private final TrackerLimits limits;
    private final List<Doubt> doubts = new ArrayList<>();
    /** Conversations that handed over a call, by their ids: none hands over a second one. */
    private final Set<String> spent = new LinkedHashSet<>();

    HandOvers(TrackerLimits limits) {
        this.limits = limits;
    }

    /** A call taken for handed over by a conversation whose end is not told yet: it has to follow at once. */
    private record Doubt(Call call, Call conversation, Instant due) {
        boolean isOf(Call other) {
            return call.id().equals(other.id());
        }
    }

    /**
     * The colleague who handed over a call that was connected the moment it began: a conversation of the agent with
     * that colleague ended a moment before, or is about to (RFC 3891: the new call begins, then the old one ends).
     * A customer who comes later is the next one, and a phone may well take him by itself; so is a second one who comes
     * at once, for a conversation hands over one call. Who has a name for the call that is the same at every desk
     * tells of hand-overs in words: there a conversation that seems to go on is one whose end is told late.
     */
    Optional<Extension> by(Call justConnected, Collection<Call> ended, Collection<Call> live, Instant at) {
        if (justConnected.isInternal() || justConnected.isOutbound()) return Optional.empty();
        if (justConnected.key().scope() == CallKey.Scope.SHARED) return Optional.empty();
        Duration rang = Duration.between(justConnected.startedAt(), at);
        if (rang.compareTo(limits.justBegun()) > 0) return Optional.empty();
        Optional<Call> over = ended.stream().filter(this::mayHandOver)
                .filter(call -> endedWith(call, justConnected) && within(call.endedAt().orElseThrow(), at)).findFirst();
        // Nobody takes a second call so fast with the first one in the ear.
        boolean byHand = rang.compareTo(limits.justBegun().dividedBy(2)) > 0;
        Optional<Call> goingOn = over.isPresent() || byHand ? Optional.empty() : live.stream().filter(this::mayHandOver)
                .filter(call -> call.state() == CallState.CONNECTED && beganBefore(call, at)).findFirst();
        goingOn.ifPresent(call -> doubts.add(new Doubt(justConnected, call, at.plus(limits.join()))));
        Optional<Call> conversation = over.or(() -> goingOn);
        conversation.ifPresent(call -> spend(call.id()));
        return conversation.flatMap(Joins::colleague);
    }

    /** A colleague on the line became a customer: a transfer, unless it comes at once, as a queue's number may. */
    boolean tells(Call before, Call after, Instant at) {
        if (!before.state().isAnswered() || !before.isInternal() || after.isInternal()) return false;
        return before.answeredAt().filter(answer -> answer.plus(limits.join()).isBefore(at)).isPresent();
    }

    /** A conversation is over, and what it seemed to hand over came from it, if that began with its end. */
    void ended(Call conversation) {
        doubts.removeIf(doubt -> doubt.conversation().id().equals(conversation.id())
                && endedWith(conversation, doubt.call()));
    }

    /** The phone says itself who handed that call over. */
    void confirm(Call call) {
        doubts.removeIf(doubt -> doubt.isOf(call));
    }

    /** Whether that call was taken for handed over and may be a customer's who simply called; no longer after this. */
    boolean takeDoubt(Call call) {
        List<Doubt> ofIt = doubts.stream().filter(doubt -> doubt.isOf(call)).toList();
        drop(ofIt);
        return !ofIt.isEmpty();
    }

    /** The ids of calls whose conversation goes on, so that nobody handed them over. */
    Set<String> takeDisproved(Instant now) {
        if (doubts.isEmpty()) return Set.of();
        List<Doubt> disproved = doubts.stream().filter(doubt -> !doubt.due().isAfter(now)).toList();
        drop(disproved);
        Set<String> ids = new LinkedHashSet<>();
        disproved.forEach(doubt -> ids.add(doubt.call().id()));
        return ids;
    }

    Optional<Instant> nextDue() {
        return doubts.stream().map(Doubt::due).min(Comparator.naturalOrder());
    }

    private void drop(List<Doubt> settled) {
        doubts.removeAll(settled);
        settled.forEach(doubt -> spent.remove(doubt.conversation().id()));
    }

    private boolean mayHandOver(Call conversation) {
        return conversation.isInternal() && conversation.wasAnswered() && !spent.contains(conversation.id());
    }

    private void spend(String conversationId) {
        spent.add(conversationId);
        if (spent.size() > MOST_SPENT) spent.remove(spent.iterator().next());
    }

    private boolean endedWith(Call conversation, Call handedOver) {
        return conversation.endedAt()
                .filter(end -> !end.isBefore(handedOver.startedAt().minus(limits.gap()))).isPresent();
    }

    /** Calls may be told late, and after calls that came later: what began afterwards did not hand this one over. */
    private boolean beganBefore(Call conversation, Instant at) {
        Instant answered = conversation.answeredAt().orElseThrow();
        return answered.isBefore(at) && !within(answered, at);
    }

    private boolean within(Instant one, Instant other) {
        return Joins.within(limits, one, other);
    }
}

package io.deskbell.call;

import io.deskbell.call.CallEvent.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One call as all phones that see it tell it together: begun and answered by the first to say so, over by the first who
 * saw it answered and tells its end, once the others had a moment to tell more. Its id is chosen with the first event
 * and stays. Not thread safe.
 */
final class JointCall {
    private final Agreement limits;
    private final List<Sight> sights = new ArrayList<>();
    private Call now;
    private boolean named;
    private Optional<Instant> heldRing = Optional.empty();
    private Optional<CallEvent> end = Optional.empty();
    private Optional<Instant> endDue = Optional.empty();
    private Optional<Instant> overAt = Optional.empty();
    private Optional<Sight> giver = Optional.empty();

    private JointCall(Call now, boolean named, Agreement limits) {
        this.now = now;
        this.named = named;
        this.limits = limits;
    }

    static JointCall begun(Call first, Agreement limits) {
        return new JointCall(first.asBegun(), false, limits);
    }

    /** Going on since an earlier run of the program; nothing is said of it again. */
    static JointCall resumed(Call call, Agreement limits) {
        return new JointCall(call, true, limits);
    }

    Call call() {
        return now;
    }

    boolean isOver() {
        return overAt.isPresent();
    }

    Optional<Sight> sight(String phone, String callId) {
        return sights.stream().filter(s -> s.phone.equals(phone) && s.call.id().equals(callId)).findFirst();
    }

    Stream<Sight> sightsOf(String phone) {
        return sights.stream().filter(s -> s.phone.equals(phone));
    }

    /**
     * Whether that phone may show this call under a name we do not know yet: it has not spoken of it, or lost it. A
     * call of an earlier run it would know by name, if no other phone could have named it.
     */
    boolean isFreeFor(String phone) {
        boolean othersToo = sights.stream().anyMatch(s -> !s.phone.equals(phone));
        return sightsOf(phone).allMatch(s -> s.heard ? s.wasLost() && !isOver() : othersToo);
    }

    boolean isKnownAs(Set<String> names) {
        return sights.stream().anyMatch(s -> s.names.stream().anyMatch(names::contains));
    }

    Sight seenBy(Sight sight) {
        sightsOf(sight.phone).filter(s -> !s.heard).forEach(s -> s.renamed = true);
        sights.add(sight);
        return sight;
    }

    /** The phone was told of the call and has not spoken of it itself. */
    void mayBeSeenBy(String phone) {
        sights.add(new Sight(phone, now));
    }

    /** All that another, which turned out to be the same call, had seen of it; that one is over without a word more. */
    void absorb(JointCall same, Instant at, List<CallEvent> events) {
        sights.addAll(same.sights);
        same.sights.clear();
        if (same.named && !same.isOver()) {
            same.now = same.now.ended(at, EndReason.UNKNOWN);
            same.say(Type.ENDED, at, events);
        }
        same.heldRing = Optional.empty();
        same.overAt = Optional.of(at);
    }

    /** @param othersMayTell a phone that watches too has not spoken of this call */
    void take(Sight sight, CallEvent event, boolean othersMayTell, List<CallEvent> events) {
        if (sight.renamed) return;
        boolean isLast = event.type() == Type.ENDED || event.type() == Type.TRANSFERRED;
        sight.call = event.call();
        sight.heard = true;
        sight.over = isLast;
        if (isLast) {
            learn(sight, event, events);
            over(sight, event, othersMayTell, events);
            return;
        }
        if (isOver() && event.call().wasAnswered() && !now.wasAnswered() && now.wasGivenAwayInWords()) {
            answeredLate(sight, event, events);
            return;
        }
        if (isOver() && !(event.call().wasAnswered() && comesBack())) return;
        learn(sight, event, events);
        if (event.call().wasAnswered()) answered(event, events);
        else rings(event, othersMayTell, events);
    }

    /** The phone speaks of a call it was told of: what another missed of it is not over. */
    void hear(Sight sight) {
        boolean news = !sight.heard && !sight.over && !sight.renamed;
        sight.heard = true;
        boolean onlyMissed = end.filter(told -> told.call().endReason().equals(Optional.of(EndReason.UNKNOWN)))
                .isPresent();
        if (news && onlyMissed) forgetEnd();
    }

    /** What a phone told without anything having happened. */
    void learnQuietly(Sight sight, Call told) {
        sight.call = told;
        if (!isOver()) now = now.learning(told, now.party());
    }

    /** What has become true by the passing of time alone. */
    void tick(Instant at, List<CallEvent> events) {
        if (dueRing().filter(due -> !due.isAfter(at)).isPresent()) announce(events);
        if (endDue.filter(due -> !due.isAfter(at)).isPresent()) finish(at, events);
    }

    boolean owesAWord() {
        return endDue.isPresent();
    }

    Stream<Instant> due() {
        return Stream.concat(dueRing().stream(), endDue.stream());
    }

    boolean isToBeForgotten(Instant at) {
        boolean mayBeSpokenOf = giver.isPresent() || sights.stream().anyMatch(s -> s.heard && !s.over);
        return !mayBeSpokenOf && overAt.filter(over -> over.plus(limits.memory()).isBefore(at)).isPresent();
    }

    private Optional<Instant> dueRing() {
        return heldRing.map(at -> at.plus(limits.ring()));
    }

    private void learn(Sight sight, CallEvent event, List<CallEvent> events) {
        if (isOver()) return;
        boolean isNews = event.type() == Type.CHANGED;
        Party before = now.party();
        now = now.learning(sight.call, Richer.party(before, sight.call.party(), isNews));
        boolean cameByItself = isNews && now.transferredBy().isPresent()
                && sights.stream().allMatch(s -> s.call.transferredBy().isEmpty());
        if (cameByItself) now = now.receivedFrom(Optional.empty());
        if (named && (cameByItself || !now.party().equals(before))) say(Type.CHANGED, event.at(), events);
    }

    private void rings(CallEvent event, boolean othersMayTell, List<CallEvent> events) {
        if (now.wasAnswered()) return;
        now = now.in(event.call().state());
        if (named) return;
        if (heldRing.isEmpty()) heldRing = Optional.of(event.at());
        if (!othersMayTell) announce(events);
    }

    private void announce(List<CallEvent> events) {
        Optional<Instant> at = heldRing;
        heldRing = Optional.empty();
        at.ifPresent(ring -> say(Type.RINGING, ring, events));
    }

    private void answered(CallEvent event, List<CallEvent> events) {
        announce(events);
        if (!now.wasAnswered()) {
            now = now.answered(event.at(), CallState.CONNECTED);
            say(Type.ANSWERED, event.at(), events);
            boolean inVain = end.filter(told -> !told.call().wasAnswered()).isPresent();
            if (inVain) forgetEnd();
        }
        boolean held = sights.stream().anyMatch(s -> !s.over && s.call.state() == CallState.HELD);
        CallState to = held ? CallState.HELD : CallState.CONNECTED;
        if (to == now.state()) return;
        now = now.in(to);
        say(held ? Type.HELD : Type.RESUMED, event.at(), events);
    }

    /** And given away since, which that phone tells again, as nobody could make much of it without the answer. */
    private void answeredLate(Sight sight, CallEvent event, List<CallEvent> events) {
        giver = Optional.of(sight);
        now = event.call().named(now.id(), now.key());
        say(Type.ANSWERED, event.at(), events);
    }

    /** Thought to be missed, and a phone that is slow to speak has it answered. */
    private boolean comesBack() {
        if (now.wasAnswered() || now.transfer().isPresent()) return false;
        overAt = Optional.empty();
        now = now.backAgain();
        forgetEnd();
        return true;
    }

    private void forgetEnd() {
        end = Optional.empty();
        endDue = Optional.empty();
    }

    private void over(Sight sight, CallEvent event, boolean othersMayTell, List<CallEvent> events) {
        if (isOver() && isLateTransfer(event)) {
            giver = Optional.of(sight);
            now = event.call().named(now.id(), now.key());
            say(Type.TRANSFERRED, event.at(), events);
            return;
        }
        if (isOver()) {
            if (giver.filter(sight::equals).isPresent()) afterTransfer(event, events);
            return;
        }
        boolean longAgo = !named && isLateTransfer(event); // Forgotten by now.
        if (longAgo) now = now.answered(event.call().answeredAt().orElseThrow(), CallState.CONNECTED);
        end = Optional.of(end.map(told -> Richer.end(told, event, now.wasAnswered())).orElse(event));
        boolean inWords = event.call().wasGivenAwayInWords();
        Optional<Instant> due = inWords ? Optional.of(event.at()) : endDue(sight, event, othersMayTell);
        if (inWords) giver = Optional.of(sight);
        if (due.isEmpty()) return;
        if (endDue.isEmpty() || endDue.get().isAfter(due.get())) endDue = due;
        if (!due.get().isAfter(event.at())) finish(event.at(), events);
    }

    private boolean isLateTransfer(CallEvent event) {
        return event.type() == Type.TRANSFERRED && event.call().wasAnswered() && !now.wasGivenAwayInWords();
    }

    /** When this phone's word ends the call; never as long as others know better. */
    private Optional<Instant> endDue(Sight sight, CallEvent event, boolean othersMayTell) {
        Instant at = event.at();
        boolean lost = sight.wasLost();
        boolean othersHave = sights.stream().anyMatch(s -> !s.over && s.heard);
        boolean neverHadIt = !event.call().wasAnswered() && !sight.sawTheEndOnly() && wasJustAnswered(at);
        if (othersHave) return lost || neverHadIt ? Optional.empty() : Optional.of(at.plus(limits.word()));
        boolean maybeOthersHave = lost && sights.stream().anyMatch(s -> !s.heard && !s.renamed);
        if (maybeOthersHave) return Optional.of(at.plus(limits.comingUp()));
        boolean answeredSomewhere = event.call().endReason().filter(why -> why == EndReason.ANSWERED_ELSEWHERE)
                .isPresent();
        boolean whoWillSay = !now.wasAnswered() && answeredSomewhere && othersMayTell;
        return Optional.of(whoWillSay ? at.plus(limits.word()) : at);
    }

    /** Where one device answers, the others stop ringing at that moment; one that stops later missed the answer. */
    private boolean wasJustAnswered(Instant at) {
        return now.answeredAt().filter(when -> at.isBefore(when.plus(limits.start()))).isPresent();
    }

    private void finish(Instant at, List<CallEvent> events) {
        announce(events);
        CallEvent best = end.orElseThrow();
        Instant endedAt = best.call().endedAt().orElse(at);
        EndReason why = best.call().endReason().orElse(EndReason.UNKNOWN);
        now = best.type() == Type.TRANSFERRED ? now.givenAway(endedAt, best.call().transfer().orElseThrow())
                : now.ended(endedAt, why);
        forgetEnd();
        overAt = Optional.of(at);
        say(best.type(), at, events);
    }

    /** The phone that gave the call away in words sees who gets it later, and its end as well. */
    private void afterTransfer(CallEvent event, List<CallEvent> events) {
        if (event.type() == Type.ENDED) {
            giver = Optional.empty();
            now = now.ended(event.at(), EndReason.TRANSFERRED);
        } else {
            now = now.givenAway(event.at(), event.call().transfer().orElseThrow());
        }
        say(event.type(), event.at(), events);
    }

    private void say(Type what, Instant at, List<CallEvent> events) {
        if (!named) chooseName();
        events.add(new CallEvent(what, now, at));
    }

    /** A name that is the same at every desk is worth more than one of this desk's. */
    private void chooseName() {
        named = true;
        sights.stream().map(s -> s.call).filter(c -> c.key().scope() == CallKey.Scope.SHARED).findFirst()
                .ifPresent(shared -> now = now.named(shared.id(), shared.key()));
    }
}

package io.deskbell.call;

import io.deskbell.call.EndedCalls.How;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Folds what one phone reports into calls, and says what changed.
 *
 * <p>Reports may repeat, arrive late, or never arrive; the events that leave are in order, never repeat, and end every
 * call they begin. Time comes with the reports and with {@link #tick}. Not thread safe.
 */
public final class CallTracker {
    private final Extension desk;
    private final TrackerLimits limits;
    private final EndedCalls ended;
    private final Joins joins;
    private final HandOvers handOvers;
    private final Map<String, LiveCall> live = new LinkedHashMap<>();
    private final Aliases aliases = new Aliases();
    private final CallIds ids = new CallIds();
    /** The next snapshot is the first since the line came up. */
    private boolean catchingUp = true;
    /** That snapshot is being taken. */
    private boolean findingOut;
    private int turnedAway;

    public CallTracker(Extension desk, TrackerLimits limits) {
        this.desk = desk;
        this.limits = limits;
        this.ended = new EndedCalls(limits);
        this.joins = new Joins(limits);
        this.handOvers = new HandOvers(limits);
    }

    /** Takes up calls that were going on when an earlier run of the program stopped; nothing is said of them again. */
    public void resume(Collection<Call> calls) {
        for (Call call : calls) {
            LiveCall known = new LiveCall(call, call.startedAt(), limits);
            known.announced = true;
            known.resumed = known.isUnheard = true;
            live.put(call.key().value(), known);
        }
    }

    /** The line to the phone is up again: calls missing from the next snapshot ended while nobody looked. */
    public void reconnected() {
        catchingUp = true;
    }

    public List<CallEvent> report(CallReport report) {
        List<CallEvent> events = new ArrayList<>(tick(report.at()));
        if (catchingUp && !isKnown(primary(report))) Resumed.withoutName(report, live.values()).forEach(aliases::put);
        take(report, events);
        return events;
    }

    /** All calls there are at the phone; those not named have ended. */
    public List<CallEvent> snapshot(List<CallReport> reports, Instant at) {
        List<CallEvent> events = new ArrayList<>(tick(at));
        if (catchingUp) {
            Resumed.underNewNames(reports, live.values(), report -> live.containsKey(primary(report)))
                    .forEach(aliases::put);
        }
        findingOut = catchingUp;
        Set<String> named = new HashSet<>();
        for (CallReport report : reports) {
            take(report, events);
            named.add(primary(report));
        }
        for (String key : List.copyOf(live.keySet())) {
            LiveCall missing = live.get(key);
            if (missing == null || named.contains(key) || missing.givenAway) continue;
            if (handOvers.takeDoubt(missing.call)) cameByItself(missing, at, events);
            if (catchingUp) end(missing, missing.call.ended(at, EndReason.UNKNOWN), How.GONE, events);
            else endTold(missing, at, Optional.empty(), events);
        }
        catchingUp = false;
        findingOut = false;
        return events;
    }

    /** What has become true by the passing of time alone. */
    public List<CallEvent> tick(Instant now) {
        List<CallEvent> events = new ArrayList<>();
        for (LiveCall entry : List.copyOf(live.values())) {
            if (entry.ringDue().filter(due -> !due.isAfter(now)).isPresent()) announce(entry, events);
            if (entry.lostDue().isAfter(now)) continue;
            EndReason why = entry.call.wasAnswered() ? EndReason.UNKNOWN : EndReason.NO_ANSWER;
            end(entry, entry.call.ended(now, why), How.GIVEN_UP, events);
        }
        Set<String> simplyCalled = handOvers.takeDisproved(now);
        live.values().stream().filter(entry -> simplyCalled.contains(entry.call.id()))
                .forEach(entry -> cameByItself(entry, now, events));
        joins.takeOverdue(now).forEach(call -> finish(call, How.TOLD, now, CallEvent.Type.ENDED, events));
        if (ended.forgetOlderThan(now)) aliases.keepOnly(this::isKnown);
        return events;
    }

    /** When {@link #tick} next has something to say, if nothing is reported before. */
    public Optional<Instant> nextDue() {
        Stream<Instant> rings = live.values().stream().flatMap(entry -> entry.ringDue().stream());
        Stream<Instant> losses = live.values().stream().map(LiveCall::lostDue);
        return Stream.of(rings, losses, joins.nextDue().stream(), handOvers.nextDue().stream()).flatMap(s -> s)
                .min(Comparator.naturalOrder());
    }

    /** Something was told whose meaning is not known yet. */
    boolean owesAWord() {
        return joins.nextDue().isPresent() || handOvers.nextDue().isPresent();
    }

    /** The calls that live, in the order they began. */
    public List<Call> calls() {
        return live.values().stream().filter(entry -> !entry.givenAway).map(entry -> entry.call).toList();
    }

    /** How many calls were not followed because the phone claimed more than a person can have. */
    public int turnedAway() {
        return turnedAway;
    }

    private void take(CallReport report, List<CallEvent> events) {
        String key = primary(report);
        aliases.putAll(report.aliases(), key);
        LiveCall entry = live.get(key);
        if (entry == null && (wasOtherwiseAfterAll(key, report, events) || isOver(key, report))) return;
        if (entry != null && entry.comesBack(report)) {
            live.remove(key);
            begin(key, entry.knowing(report), events);
            return;
        }
        if (entry == null) {
            begin(key, report, events);
            return;
        }
        if (entry.givenAway && entry.call.isAnsweredLate(report)) {
            events.addAll(entry.call.answeredLate(report, CallEvent.Type.TRANSFERRED));
            entry.call = events.getLast().call();
            return;
        }
        boolean late = entry.hearsLate(report);
        if (!entry.givenAway) learn(entry, report, events); // Whoever talks to whom now, it is not this desk.
        if (!late || isFinal(report.state(), entry.call.state())) move(entry, report, events);
    }

    /** What nobody takes back counts even when it seems late: the clock may have been set back since the ring. */
    private static boolean isFinal(CallState told, CallState before) {
        return told == CallState.ENDED || told.isAnswered() && before.isRinging();
    }

    /** The name the call is kept under: the phone's, or the one it had before the phone changed its mind. */
    private String primary(CallReport report) {
        String key = report.key().value();
        if (live.containsKey(key) || ended.overtaking(key, report).isPresent()) return key;
        String primary = aliases.names(report).filter(this::isKnown).findFirst().orElse(key);
        aliases.put(key, primary);
        return primary;
    }

    private boolean isKnown(String key) {
        return live.containsKey(key) || ended.remembers(key);
    }

    /** Told late, of a call that seemed to end unanswered, or at this desk: it happened, and is said now. */
    private boolean wasOtherwiseAfterAll(String key, CallReport report, List<CallEvent> events) {
        Optional<EndedCalls.Entry> past = ended.overtaking(key, report);
        if (past.isEmpty()) return false;
        Call call = past.get().call();
        if (past.get().wasAnsweredBefore(report)) {
            List<CallEvent> story = call.answeredLate(report, past.get().last());
            events.addAll(story);
            ended.remember(story.getLast().call(), How.TOLD, past.get().last(), call.endedAt().orElseThrow());
            return true;
        }
        // What came before an end that is long told begins no call; within our memory of the end, see isOver.
        if (!past.get().wasGivenAwayBefore(report)) return !ended.remembers(key);
        LiveCall entry = new LiveCall(call, report.at(), limits);
        entry.announced = true;
        live.put(key, entry);
        giveAway(entry, report, events); // Whether it ended then or goes on at the colleague's, the source tells next.
        return true;
    }

    private boolean isOver(String key, CallReport report) {
        Optional<EndedCalls.Entry> past = ended.find(key);
        if (past.isEmpty()) return false;
        if (past.get().isFollowedBy(report)) {
            ended.forget(key);
            return false;
        }
        if (past.get().comesBack(report)) {
            ended.forget(key);
            LiveCall back = new LiveCall(past.get().call().backAgain(), report.at(), limits);
            back.announced = true;
            live.put(key, back);
            return false;
        }
        ended.refresh(key, report.at());
        return true;
    }

    private void begin(String key, CallReport report, List<CallEvent> events) {
        if (live.containsKey(key)) {
            take(report, events);
            return;
        }
        if (live.size() >= limits.calls()) {
            turnedAway++;
            return;
        }
        boolean endOnly = report.state() == CallState.ENDED;
        if (report.isFarewellOnly()) return;
        LiveCall entry = new LiveCall(Call.begun(ids.idFor(report), desk, report).in(CallState.RINGING), report.at(),
                limits);
        live.put(key, entry);
        if (endOnly) endOnly(entry, report, events);
        else move(entry, report, events);
    }

    /** The end is all there is to tell, and nobody knows whether it was answered. */
    private void endOnly(LiveCall entry, CallReport report, List<CallEvent> events) {
        entry.announced = true;
        EndReason why = report.reason().orElse(EndReason.UNKNOWN);
        end(entry, entry.call.ended(report.at(), why), How.TOLD, events);
    }

    private void learn(LiveCall entry, CallReport report, List<CallEvent> events) {
        Call before = entry.call;
        Call after = before.learning(report);
        if (report.transferredBy().isPresent()) handOvers.confirm(before);
        entry.call = handOvers.tells(before, after, report.at()) ? after.receivedFrom(Joins.colleague(before)) : after;
        boolean changed = !after.party().equals(before.party());
        if (changed && entry.announced) say(CallEvent.Type.CHANGED, entry, report.at(), events);
    }

    private void move(LiveCall entry, CallReport report, List<CallEvent> events) {
        CallState to = report.state();
        boolean known = entry.givenAway && report.transfer().equals(entry.call.transfer());
        boolean goes = report.transfer().isPresent() || to == CallState.ENDED;
        if (goes && handOvers.takeDoubt(entry.call)) cameByItself(entry, report.at(), events);
        if (report.transfer().isPresent() && !known) {
            giveAway(entry, report, events);
        } else if (to == CallState.ENDED) {
            endTold(entry, report.at(), report.reason(), events);
        } else if (to.isAnswered() && !entry.givenAway) {
            answer(entry, to, report.at(), events);
        } else if (to.isRinging() && entry.call.state().isRinging()) {
            entry.call = entry.call.in(to);
            boolean wait = to == CallState.RINGING && !entry.call.party().isKnown();
            if (!wait) announce(entry, events);
        }
    }

    private void answer(LiveCall entry, CallState to, Instant at, List<CallEvent> events) {
        CallState from = entry.call.state();
        if (from.isRinging()) {
            boolean rang = !entry.call.startedAt().equals(at);
            if (rang) announce(entry, events);
            Call answered = entry.call.answered(at, CallState.CONNECTED);
            // Calls seen for the first time where the line was just found began at some other time.
            boolean isTold = findingOut || answered.transferredBy().isPresent();
            entry.call = isTold ? answered : answered.receivedFrom(handOvers.by(answered, ended.all(), calls(), at));
            entry.announced = true;
            say(CallEvent.Type.ANSWERED, entry, at, events);
        }
        if (to == entry.call.state()) return;
        entry.call = entry.call.in(to);
        say(to == CallState.HELD ? CallEvent.Type.HELD : CallEvent.Type.RESUMED, entry, at, events);
    }

    private void cameByItself(LiveCall entry, Instant at, List<CallEvent> events) {
        entry.call = entry.call.receivedFrom(Optional.empty());
        say(CallEvent.Type.CHANGED, entry, at, events);
    }

    private void giveAway(LiveCall entry, CallReport report, List<CallEvent> events) {
        if (entry.call.startedAt().isBefore(report.at())) announce(entry, events);
        entry.announced = true;
        entry.call = entry.call.givenAway(report.at(), report.transfer().orElseThrow());
        say(CallEvent.Type.TRANSFERRED, entry, report.at(), events);
        entry.givenAway = true;
        if (report.wholeCallInSight() && report.state() != CallState.ENDED) return;
        live.values().remove(entry);
        ended.remember(entry.call, How.TOLD, CallEvent.Type.TRANSFERRED, report.at());
    }

    private void endTold(LiveCall entry, Instant at, Optional<EndReason> told, List<CallEvent> events) {
        EndReason guessed = entry.call.wasAnswered() ? EndReason.NORMAL : EndReason.NO_ANSWER;
        Call over = entry.call.ended(at, entry.givenAway ? EndReason.TRANSFERRED : told.orElse(guessed));
        boolean consulting = live.values().stream().anyMatch(e -> Joins.isConsultation(e.call, over));
        Optional<Extension> joined = Joins.isCustomers(over) && !entry.givenAway
                ? joins.takeConsultationEndedBefore(over, at) : Optional.empty();
        if (joined.isPresent()) {
            live.values().remove(entry);
            transferred(over, joined.get(), at, events);
        } else if (Joins.isCustomers(over) && !entry.givenAway && consulting) {
            live.values().remove(entry);
            ended.remember(over, How.TOLD, CallEvent.Type.ENDED, at);
            joins.wait(over, at);
        } else {
            end(entry, over, How.TOLD, events);
        }
    }

    private void end(LiveCall entry, Call over, How how, List<CallEvent> events) {
        live.values().remove(entry);
        if (!entry.announced && !over.isOutbound()) announce(entry, events);
        Instant at = over.endedAt().orElseThrow();
        if (how == How.TOLD) handOvers.ended(over);
        if (how == How.TOLD && Joins.isConsultation(over)) {
            Optional<Call> customers = joins.takeWaiting(over);
            if (customers.isPresent()) {
                transferred(customers.get(), Joins.colleague(over).orElseThrow(), at, events);
            } else {
                joins.consultationEnded(over, at);
            }
        }
        finish(over, how, at, CallEvent.Type.ENDED, events);
    }

    private void transferred(Call customers, Extension to, Instant at, List<CallEvent> events) {
        Call given = customers.givenAway(at, new Transfer(to, true));
        finish(given, How.TOLD, at, CallEvent.Type.TRANSFERRED, events);
    }

    private void finish(Call over, How how, Instant now, CallEvent.Type what, List<CallEvent> events) {
        ended.remember(over, how, what, now);
        events.add(new CallEvent(what, over, now));
    }

    private void announce(LiveCall entry, List<CallEvent> events) {
        if (entry.announced) return;
        entry.announced = true;
        say(CallEvent.Type.RINGING, entry, entry.heardAt, events);
    }

    private static void say(CallEvent.Type what, LiveCall entry, Instant at, List<CallEvent> events) {
        events.add(new CallEvent(what, entry.call, at));
    }
}

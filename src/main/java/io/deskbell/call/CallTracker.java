package io.deskbell.call;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final Extension desk;
    private final TrackerLimits limits;
    private final EndedCalls ended;
    private final Joins joins;
    private final Map<String, Live> live = new LinkedHashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private boolean catchingUp = true;
    private int turnedAway;

    public CallTracker(Extension desk, TrackerLimits limits) {
        this.desk = desk;
        this.limits = limits;
        this.ended = new EndedCalls(limits);
        this.joins = new Joins(limits);
    }

    /** A call that lives, what was last heard of it, and whether anybody was told of it yet. */
    private static final class Live {
        Call call;
        Instant heardAt;
        boolean announced;
        boolean resumed;
        boolean givenAway;

        Live(Call call, Instant heardAt) {
            this.call = call;
            this.heardAt = heardAt;
        }
    }

    /** Takes up calls that were going on when an earlier run of the program stopped; nothing is said of them again. */
    public void resume(Collection<Call> calls) {
        for (Call call : calls) {
            Live known = new Live(call, call.startedAt());
            known.announced = true;
            known.resumed = true;
            live.put(call.key().value(), known);
        }
    }

    /** The line to the phone is up again: calls missing from the next snapshot ended while nobody looked. */
    public void reconnected() {
        catchingUp = true;
    }

    public List<CallEvent> report(CallReport report) {
        List<CallEvent> events = new ArrayList<>(tick(report.at()));
        take(report, events);
        return events;
    }

    /** All calls there are at the phone; those not named have ended. */
    public List<CallEvent> snapshot(List<CallReport> reports, Instant at) {
        List<CallEvent> events = new ArrayList<>(tick(at));
        if (catchingUp) adoptResumed(reports);
        Set<String> named = new HashSet<>();
        for (CallReport report : reports) {
            take(report, events);
            named.add(primary(report));
        }
        for (String key : List.copyOf(live.keySet())) {
            Live missing = live.get(key);
            if (missing == null || named.contains(key) || missing.givenAway) continue;
            if (catchingUp) end(missing, missing.call.ended(at, EndReason.UNKNOWN), false, events);
            else endTold(missing, at, Optional.empty(), events);
        }
        catchingUp = false;
        return events;
    }

    /** What has become true by the passing of time alone. */
    public List<CallEvent> tick(Instant now) {
        List<CallEvent> events = new ArrayList<>();
        for (Live entry : List.copyOf(live.values())) {
            if (ringDue(entry).filter(due -> !due.isAfter(now)).isPresent()) announce(entry, events);
            if (lostDue(entry).isAfter(now)) continue;
            EndReason why = entry.call.wasAnswered() ? EndReason.UNKNOWN : EndReason.NO_ANSWER;
            end(entry, entry.call.ended(now, why), false, events);
        }
        joins.takeOverdue(now).forEach(call -> finish(call, true, now, CallEvent.Type.ENDED, events));
        ended.forgetOlderThan(now);
        return events;
    }

    /** When {@link #tick} next has something to say, if nothing is reported before. */
    public Optional<Instant> nextDue() {
        Stream<Instant> rings = live.values().stream().flatMap(entry -> ringDue(entry).stream());
        Stream<Instant> losses = live.values().stream().map(this::lostDue);
        return Stream.of(rings, losses, joins.nextDue().stream()).flatMap(s -> s).min(Comparator.naturalOrder());
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
        report.aliases().forEach(alias -> {
            if (!alias.equals(key)) aliases.put(alias, key);
        });
        Live entry = live.get(key);
        if (entry == null && isOver(key, report)) return;
        if (entry == null) {
            begin(key, report, events);
            return;
        }
        boolean late = report.at().isBefore(entry.heardAt);
        if (!late) entry.heardAt = report.at();
        learn(entry, report, events);
        if (!late || report.state() == CallState.ENDED) move(entry, report, events);
    }

    /** The name the call is kept under: the phone's, or the one it had before the phone changed its mind. */
    private String primary(CallReport report) {
        String key = report.key().value();
        if (live.containsKey(key)) return key;
        return Stream.concat(Stream.of(key), report.aliases().stream())
                .map(name -> aliases.getOrDefault(name, name))
                .filter(name -> live.containsKey(name) || ended.find(name).isPresent())
                .findFirst()
                .map(name -> {
                    if (!name.equals(key)) aliases.put(key, name);
                    return name;
                })
                .orElse(key);
    }

    private boolean isOver(String key, CallReport report) {
        Optional<EndedCalls.Entry> past = ended.find(key);
        if (past.isEmpty()) return false;
        boolean begins = report.key().scope() == CallKey.Scope.REUSED && report.state().isRinging();
        if (begins && past.get().told()) {
            ended.forget(key);
            return false;
        }
        if (past.get().comesBack(report)) {
            ended.forget(key);
            Live back = new Live(past.get().call().in(CallState.RINGING), report.at());
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
        if (endOnly && (!report.party().isKnown() || report.transfer().isPresent())) return;
        Live entry = new Live(Call.begun(idFor(report), desk, report).in(CallState.RINGING), report.at());
        live.put(key, entry);
        if (endOnly) entry.announced = true; // It never rang here; the end is all there is to tell.
        move(entry, report, events);
    }

    private static String idFor(CallReport report) {
        String name = report.key().value();
        return report.key().scope() == CallKey.Scope.REUSED ? name + "-" + STAMP.format(report.at()) : name;
    }

    private void learn(Live entry, CallReport report, List<CallEvent> events) {
        Call before = entry.call;
        Call after = before.learning(report);
        if (wasHandedOver(before, after, report)) {
            after = Joins.colleague(before).map(after::receivedFrom).orElse(after);
        }
        entry.call = after;
        boolean changed = !after.party().equals(before.party());
        if (changed && entry.announced) say(CallEvent.Type.CHANGED, entry, report.at(), events);
    }

    /** A colleague on the line became a customer: a transfer, unless it comes at once, as a queue's number may. */
    private boolean wasHandedOver(Call before, Call after, CallReport report) {
        if (!before.state().isAnswered() || !before.isInternal() || after.isInternal()) return false;
        return before.answeredAt().filter(at -> at.plus(limits.join()).isBefore(report.at())).isPresent();
    }

    private void move(Live entry, CallReport report, List<CallEvent> events) {
        CallState to = report.state();
        if (report.transfer().isPresent() && !entry.givenAway) {
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

    private void answer(Live entry, CallState to, Instant at, List<CallEvent> events) {
        CallState from = entry.call.state();
        if (from.isRinging()) {
            boolean rang = !entry.call.startedAt().equals(at);
            if (rang) announce(entry, events);
            Call answered = entry.call.answered(at, CallState.CONNECTED);
            entry.call = joins.handedOverBy(answered, ended.all(), at).filter(by -> answered.transferredBy().isEmpty())
                    .map(answered::receivedFrom).orElse(answered);
            entry.announced = true;
            say(CallEvent.Type.ANSWERED, entry, at, events);
        }
        if (to == entry.call.state()) return;
        entry.call = entry.call.in(to);
        say(to == CallState.HELD ? CallEvent.Type.HELD : CallEvent.Type.RESUMED, entry, at, events);
    }

    private void giveAway(Live entry, CallReport report, List<CallEvent> events) {
        entry.call = entry.call.givenAway(report.at(), report.transfer().orElseThrow());
        say(CallEvent.Type.TRANSFERRED, entry, report.at(), events);
        entry.givenAway = true;
        if (report.wholeCallInSight() && report.state() != CallState.ENDED) return;
        live.values().remove(entry);
        ended.remember(entry.call, true, report.at());
    }

    private void endTold(Live entry, Instant at, Optional<EndReason> told, List<CallEvent> events) {
        EndReason guessed = entry.call.wasAnswered() ? EndReason.NORMAL : EndReason.NO_ANSWER;
        Call over = entry.givenAway ? entry.call : entry.call.ended(at, told.orElse(guessed));
        boolean consulting = live.values().stream().anyMatch(e -> Joins.isConsultation(e.call));
        Optional<Extension> joined = Joins.isCustomers(over) && !entry.givenAway
                ? joins.takeConsultationEndedBefore(at) : Optional.empty();
        if (joined.isPresent()) {
            live.values().remove(entry);
            transferred(over, joined.get(), at, events);
        } else if (Joins.isCustomers(over) && !entry.givenAway && consulting) {
            live.values().remove(entry);
            ended.remember(over, true, at);
            joins.wait(over, at);
        } else {
            end(entry, over, true, events);
        }
    }

    private void end(Live entry, Call over, boolean told, List<CallEvent> events) {
        live.values().remove(entry);
        if (!entry.announced && !over.isOutbound()) announce(entry, events);
        Instant at = over.endedAt().orElseThrow();
        if (told && Joins.isConsultation(over)) {
            Optional<Call> customers = over.endReason().filter(EndReason::mayBeJoin).flatMap(r -> joins.takeWaiting());
            if (customers.isPresent()) {
                transferred(customers.get(), Joins.colleague(over).orElseThrow(), at, events);
            } else {
                joins.consultationEnded(over);
            }
        }
        finish(over, told, at, CallEvent.Type.ENDED, events);
    }

    private void transferred(Call customers, Extension to, Instant at, List<CallEvent> events) {
        Call given = customers.givenAway(at, new Transfer(to, true));
        finish(given, true, at, CallEvent.Type.TRANSFERRED, events);
    }

    private void finish(Call over, boolean told, Instant now, CallEvent.Type how, List<CallEvent> events) {
        ended.remember(over, told, now);
        aliases.values().removeIf(key -> key.equals(over.key().value()) && !told);
        events.add(new CallEvent(how, over, now));
    }

    private void announce(Live entry, List<CallEvent> events) {
        if (entry.announced) return;
        entry.announced = true;
        say(CallEvent.Type.RINGING, entry, entry.heardAt, events);
    }

    private static void say(CallEvent.Type what, Live entry, Instant at, List<CallEvent> events) {
        events.add(new CallEvent(what, entry.call, at));
    }

    private Optional<Instant> ringDue(Live entry) {
        boolean held = !entry.announced && entry.call.state().isRinging();
        return held ? Optional.of(entry.call.startedAt().plus(limits.unnamedRing())) : Optional.empty();
    }

    private Instant lostDue(Live entry) {
        boolean ringing = entry.call.state().isRinging();
        return ringing ? entry.call.startedAt().plus(limits.ring()) : entry.heardAt.plus(limits.silence());
    }

    /** A resumed call under a name that is used again is the one call the phone now shows without its old name. */
    private void adoptResumed(List<CallReport> reports) {
        for (CallReport report : reports) {
            if (report.key().scope() != CallKey.Scope.REUSED || !report.state().isAnswered()) continue;
            if (live.containsKey(primary(report))) continue;
            List<Live> candidates = live.values().stream()
                    .filter(e -> e.resumed && e.call.key().scope() == CallKey.Scope.REUSED)
                    .filter(e -> reports.stream().noneMatch(r -> r.key().equals(e.call.key())))
                    .filter(e -> !report.party().isKnown() || report.party().sameNumberAs(e.call.party()))
                    .toList();
            if (candidates.size() != 1) continue;
            candidates.getFirst().resumed = false;
            aliases.put(report.key().value(), candidates.getFirst().call.key().value());
        }
    }
}

package io.deskbell.call;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The calls of one desk, however many phones tell of them: each phone has a tracker of its own, and what several show
 * of one call is one call with one id and one story, told from the best each says. Not thread safe.
 */
public final class DeskCalls {
    private static final int MOST = 500;

    private final Supplier<CallTracker> newTracker;
    private final Agreement limits = Agreement.USUAL;
    private final Sameness sameness = new Sameness(limits);
    private final Map<String, CallTracker> trackers = new LinkedHashMap<>();
    private final List<JointCall> calls = new ArrayList<>();
    private final List<Call> leftOpen;
    private final Set<String> comingUp = new HashSet<>();
    /** The first snapshot since a line came up is being taken. */
    private boolean findingOut;

    /**
     * @param phones that are going to speak, as far as is known
     * @param newTracker makes a phone's tracker
     * @param leftOpen calls that were going on when an earlier run stopped: any phone may know them again
     */
    public DeskCalls(Collection<String> phones, Supplier<CallTracker> newTracker, Collection<Call> leftOpen) {
        this.newTracker = newTracker;
        this.leftOpen = List.copyOf(leftOpen);
        leftOpen.forEach(call -> calls.add(JointCall.resumed(call, limits)));
        phones.forEach(this::tracker);
    }

    /** The line to that phone is up again: calls missing from its next snapshot ended while nobody looked. */
    public void reconnected(String phone) {
        comingUp.add(phone);
        tracker(phone).reconnected();
    }

    public List<CallEvent> report(String phone, CallReport report) {
        List<CallEvent> events = new ArrayList<>();
        passTime(report.at(), events);
        take(phone, tracker(phone).report(report), List.of(report), events);
        return events;
    }

    /** All calls there are at that phone; those not named have ended. */
    public List<CallEvent> snapshot(String phone, List<CallReport> reports, Instant at) {
        List<CallEvent> events = new ArrayList<>();
        passTime(at, events);
        findingOut = comingUp.remove(phone);
        take(phone, tracker(phone).snapshot(reports, at), reports, events);
        findingOut = false;
        List<String> live = tracker(phone).calls().stream().map(Call::id).toList();
        live.forEach(id -> calls.forEach(joint -> joint.sight(phone, id).ifPresent(joint::hear)));
        return events;
    }

    /** What has become true by the passing of time alone. */
    public List<CallEvent> tick(Instant now) {
        List<CallEvent> events = new ArrayList<>();
        trackers.forEach((phone, tracker) -> take(phone, tracker.tick(now), List.of(), events));
        passTime(now, events);
        return events;
    }

    /** When {@link #tick} next has something to say, if nothing is reported before. */
    public Optional<Instant> nextDue() {
        Stream<Instant> phones = trackers.values().stream().flatMap(tracker -> tracker.nextDue().stream());
        return Stream.concat(phones, calls.stream().flatMap(JointCall::due)).min(Instant::compareTo);
    }

    /** Something was told that is not said yet, since a word more may show it in another light. */
    public boolean oweAWord() {
        return trackers.values().stream().anyMatch(CallTracker::owesAWord)
                || calls.stream().anyMatch(JointCall::owesAWord);
    }

    /** The calls that live, in the order they began. */
    public List<Call> calls() {
        return calls.stream().filter(joint -> !joint.isOver()).map(JointCall::call).toList();
    }

    private CallTracker tracker(String phone) {
        return trackers.computeIfAbsent(phone, this::begin);
    }

    private CallTracker begin(String phone) {
        CallTracker tracker = newTracker.get();
        List<JointCall> known = calls.stream()
                .filter(joint -> !joint.isOver() && leftOpen.stream().anyMatch(c -> c.id().equals(joint.call().id())))
                .toList();
        known.forEach(joint -> joint.mayBeSeenBy(phone));
        tracker.resume(known.stream().map(JointCall::call).toList());
        return tracker;
    }

    private void passTime(Instant now, List<CallEvent> events) {
        calls.forEach(joint -> joint.tick(now, events));
        calls.removeIf(joint -> joint.isToBeForgotten(now));
        while (calls.size() > MOST) calls.removeFirst();
    }

    private void take(String phone, List<CallEvent> told, List<CallReport> reports, List<CallEvent> events) {
        for (CallEvent event : told) {
            take(phone, event, reports, events);
        }
        if (trackers.size() == 1) return;
        for (CallReport report : reports) {
            calls.forEach(joint -> joint.sightsOf(phone).filter(sight -> sight.isOf(report)).toList()
                    .forEach(joint::hear));
        }
        for (Call call : reports.isEmpty() ? List.<Call>of() : tracker(phone).calls()) {
            calls.forEach(joint -> joint.sight(phone, call.id()).ifPresent(s -> joint.learnQuietly(s, call)));
        }
    }

    private void take(String phone, CallEvent event, List<CallReport> reports, List<CallEvent> events) {
        Call call = event.call();
        if (event.type() == CallEvent.Type.RINGING) { // Offered again under the same name.
            calls.removeIf(one -> one.isOver() && one.sight(phone, call.id()).isPresent());
        }
        JointCall joint = calls.stream().filter(one -> one.sight(phone, call.id()).isPresent()).findFirst()
                .orElseGet(() -> found(phone, call, reports));
        boolean gotNumber = event.type() == CallEvent.Type.CHANGED && !joint.call().party().isKnown();
        if (gotNumber) joint = united(joint, call, event.at(), events);
        joint.take(joint.sight(phone, call.id()).orElseThrow(), event, othersMayTell(joint), events);
    }

    private JointCall found(String phone, Call call, List<CallReport> reports) {
        Sight sight = new Sight(phone, call);
        reports.forEach(sight::isOf);
        JointCall joint = sameness.find(sight, calls, findingOut).orElseGet(() -> {
            JointCall begun = JointCall.begun(call, limits);
            calls.add(begun);
            return begun;
        });
        joint.seenBy(sight);
        return joint;
    }

    /** Two calls turn out to be one when the number of one of them is told at last. */
    private JointCall united(JointCall nameless, Call call, Instant at, List<CallEvent> events) {
        Optional<JointCall> same = sameness.byNumber(call, calls.stream()
                .filter(other -> other != nameless && !other.isOver())
                .filter(other -> trackers.keySet().stream().noneMatch(p -> isSeenInBoth(p, nameless, other))));
        same.ifPresent(other -> other.absorb(nameless, at, events));
        return same.orElse(nameless);
    }

    private static boolean isSeenInBoth(String phone, JointCall one, JointCall other) {
        return one.sightsOf(phone).findAny().isPresent() && !other.isFreeFor(phone);
    }

    private boolean othersMayTell(JointCall joint) {
        return trackers.keySet().stream().anyMatch(phone -> joint.sightsOf(phone).findAny().isEmpty());
    }
}

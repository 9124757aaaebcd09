package io.deskbell.source.threecx;

import io.deskbell.call.CallReport;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Follows who takes part in which call of a 3CX, and tells each watched extension's listener of its own calls. Moments
 * are this computer's; the telephone system's own serve for naming calls only. Not thread safe.
 */
final class ThreeCxReading {
    private final CallNames names;
    private final List<Desk> desks;
    private Function<Extension, PhoneListener> listeners = extension -> {
        throw new IllegalStateException("nobody listens");
    };
    private final Map<String, Participant> parts = new LinkedHashMap<>();
    private Set<String> listed = Set.of();
    private boolean catchingUp = true;
    private Instant heardAt = Instant.EPOCH;

    /** One watched extension. */
    private record Desk(Extension extension, Legs legs) {
    }

    /**
     * @param host of the telephone system: part of calls' names
     * @param queues the number customers dial, by queue
     * @param plans how the numbers of an extension's calls are read
     */
    ThreeCxReading(String host, Map<String, String> queues, List<Extension> extensions,
                   Function<Extension, NumberPlan> plans) {
        this.names = new CallNames(host);
        this.desks = extensions.stream().map(extension ->
                new Desk(extension, new Legs(extension, plans.apply(extension), queues))).toList();
    }

    void tellTo(Function<Extension, PhoneListener> whom) {
        listeners = whom;
    }

    /** The line is up, for the first time or again: what happened meanwhile shows in the next {@link #all}. */
    void lineUp() {
        catchingUp = true;
        names.lineUp();
    }

    void watching() throws InterruptedException {
        for (Desk desk : desks) listenerOf(desk).watching();
    }

    /** All there are. */
    void all(State state, Instant at) throws InterruptedException {
        listed = state.extensions();
        names.beganAnew(state.parts(), state.serverTime());
        parts.clear();
        state.parts().forEach(part -> parts.put(part.path(), part));
        Map<Participant, SeenCall> now = calls(state.serverTime());
        Optional<Instant> unseenSince = catchingUp ? Optional.of(heardAt) : Optional.empty();
        for (Desk desk : desks) {
            List<CallReport> told = new ArrayList<>(desk.legs().stands(now, listed, at, unseenSince));
            told.addAll(desk.legs().passed(at, true));
            Set<String> named = new HashSet<>(told.stream().map(report -> report.key().value()).toList());
            desk.legs().going().stream().filter(report -> named.add(report.key().value())).forEach(told::add);
            listenerOf(desk).snapshot(told, at);
        }
        catchingUp = false;
        heardAt = at;
    }

    /** How one part stands now. */
    void stands(Participant part, Instant serverTime, Instant at) throws InterruptedException {
        if (names.beganAnew(List.of(part), serverTime)) parts.clear();
        parts.put(part.path(), part);
        tell(serverTime, at);
    }

    void isGone(String path, Instant at) throws InterruptedException {
        boolean known = parts.remove(path) != null;
        if (known) tell(at, at);
    }

    /** Rings that are over by the passing of time; the end of what was answered shows in the next {@link #all}. */
    void passed(Instant at) throws InterruptedException {
        for (Desk desk : desks) {
            for (CallReport report : desk.legs().passed(at, false)) listenerOf(desk).report(report);
        }
    }

    /** A call seems to be over: to be made sure of by asking for {@link #all}. */
    boolean isAnyOver(Instant at) {
        return desks.stream().anyMatch(desk -> desk.legs().isAnyOver(at));
    }

    Optional<Instant> nextDue() {
        return desks.stream().flatMap(desk -> desk.legs().nextDue().stream()).min(Comparator.naturalOrder());
    }

    private void tell(Instant serverTime, Instant at) throws InterruptedException {
        heardAt = at;
        Map<Participant, SeenCall> now = calls(serverTime);
        for (Desk desk : desks) {
            List<CallReport> told = new ArrayList<>(desk.legs().stands(now, listed, at, Optional.empty()));
            told.addAll(desk.legs().passed(at, false));
            for (CallReport report : told) listenerOf(desk).report(report);
        }
    }

    private Map<Participant, SeenCall> calls(Instant serverTime) {
        Map<Participant, SeenCall> calls = new LinkedHashMap<>();
        for (Participant part : parts.values()) {
            SeenCall call = names.find(part.call(), serverTime);
            call.hear(part);
            calls.put(part, call);
        }
        return calls;
    }

    private PhoneListener listenerOf(Desk desk) {
        return listeners.apply(desk.extension());
    }
}

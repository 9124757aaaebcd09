package io.deskbell.source.xelion;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When to ask for numbers: at once for a new call, a few times more while none is told, once when it is answered. Never
 * twice within a second, for Xelion shuts out clients that ask too often. Not thread safe.
 */
final class NumberHunt {
    private static final List<Duration> TRIES = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4),
            Duration.ofSeconds(15), Duration.ofSeconds(60));
    private static final Duration GAP = Duration.ofSeconds(1);

    private final Map<String, Integer> tried = new HashMap<>();
    private final Set<String> triedAnswered = new HashSet<>();
    private Instant last = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    /** @return when to ask next; empty where nothing is left to be asked */
    Optional<Instant> due(List<OwnCall> lacking) {
        return lacking.stream().flatMap(call -> due(call).stream()).min(Comparator.naturalOrder())
                .map(at -> latest(at, latest(last.equals(Instant.MIN) ? at : last.plus(GAP), notBefore)));
    }

    /**
     * One question is for all calls.
     *
     * @return whether a call was asked for before
     */
    boolean asked(List<OwnCall> lacking, Instant now) {
        last = now;
        boolean before = lacking.stream().anyMatch(call -> tried.getOrDefault(call.callId, 0) > 0);
        for (OwnCall call : lacking) {
            if (call.answered) triedAnswered.add(call.callId);
            while (next(call).filter(at -> !at.isAfter(now)).isPresent()) tried.merge(call.callId, 1, Integer::sum);
        }
        Set<String> live = new HashSet<>(lacking.stream().map(call -> call.callId).toList());
        tried.keySet().retainAll(live);
        triedAnswered.retainAll(live);
        return before;
    }

    /** Xelion asks for a pause. */
    void pause(Instant until) {
        notBefore = until;
    }

    private Optional<Instant> due(OwnCall call) {
        boolean justAnswered = call.answered && !triedAnswered.contains(call.callId);
        return justAnswered ? Optional.of(call.begun) : next(call);
    }

    private Optional<Instant> next(OwnCall call) {
        int count = tried.getOrDefault(call.callId, 0);
        return count < TRIES.size() ? Optional.of(call.begun.plus(TRIES.get(count))) : Optional.empty();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

package io.deskbell.source.xelion;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When to ask for numbers: at once for a new call, a few times more while none is told, once when it is answered. Never
 * twice within a second, for Xelion shuts out clients that ask too often. Not thread safe.
 */
final class NumberHunt {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(3),
            Duration.ofSeconds(11), Duration.ofSeconds(45));
    private static final Duration GAP = Duration.ofSeconds(1);

    private final Map<String, Tries> tries = new HashMap<>();
    private Instant notBefore = Instant.EPOCH;

    /** @param answered whether it was asked since the call was answered */
    private record Tries(int count, Instant last, boolean answered) {
    }

    /** @return when to ask next; empty where nothing is left to be asked */
    Optional<Instant> due(List<OwnCall> lacking) {
        return lacking.stream().flatMap(call -> due(call).stream()).min(Comparator.naturalOrder())
                .map(at -> at.isAfter(notBefore) ? at : notBefore);
    }

    /** One question is for all calls. */
    void asked(List<OwnCall> lacking, Instant now) {
        notBefore = now.plus(GAP);
        Set<String> live = lacking.stream().map(call -> call.callId).collect(Collectors.toSet());
        tries.keySet().retainAll(live);
        lacking.forEach(call -> tries.merge(call.callId, new Tries(1, now, call.answered),
                (was, is) -> new Tries(was.count() + 1, now, call.answered)));
    }

    /** Xelion asks for a pause. */
    void pause(Instant until) {
        notBefore = until;
    }

    private Optional<Instant> due(OwnCall call) {
        Tries tried = tries.get(call.callId);
        if (tried == null || call.answered && !tried.answered()) return Optional.of(Instant.EPOCH);
        return tried.count() <= PAUSES.size() ? Optional.of(tried.last().plus(PAUSES.get(tried.count() - 1)))
                : Optional.empty();
    }
}

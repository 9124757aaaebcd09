package io.deskbell.source.intake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Notices words that others overtook on the way, by the clock of whoever tells them: calls of other desks too, for one
 * that was answered elsewhere must not begin to ring here. Bounded; not thread safe.
 */
final class Overtaken {
    private static final int MOST = 1_000;

    private final Map<String, Instant> latest = new LinkedHashMap<>();

    /** Whether something later has been told of that call; a word without a moment is never late. */
    boolean isLate(Word word) {
        if (word.moment().isEmpty()) return false;
        Instant moment = word.moment().get();
        boolean late = word.id().map(latest::get).filter(moment::isBefore).isPresent();
        for (Optional<String> id : List.of(word.id(), word.merged())) {
            id.ifPresent(name -> latest.merge(name, moment, (one, other) -> one.isAfter(other) ? one : other));
        }
        while (latest.size() > MOST) latest.remove(latest.keySet().iterator().next());
        return late;
    }
}

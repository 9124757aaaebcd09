package io.deskbell.call;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Knows calls of an earlier run of the program again in this one. */
final class Resumed {
    private Resumed() {
    }

    /**
     * A resumed call under a name that is used again is the one call the phone now shows without its old name; where
     * more than one could be meant, none is.
     *
     * @return the new name of each call found again, with the name it is kept under
     */
    static Map<String, String> underNewNames(List<CallReport> reports, Collection<LiveCall> live,
                                             Predicate<CallReport> isKnown) {
        Map<String, String> found = new HashMap<>();
        List<CallReport> namedFirst = reports.stream()
                .sorted(Comparator.comparing(report -> !report.party().isKnown())).toList();
        for (CallReport report : namedFirst) {
            if (report.key().scope() != CallKey.Scope.REUSED || !report.state().isAnswered()) continue;
            if (isKnown.test(report)) continue;
            List<LiveCall> candidates = live.stream()
                    .filter(e -> e.resumed && e.call.key().scope() == CallKey.Scope.REUSED)
                    .filter(e -> reports.stream().noneMatch(r -> r.key().equals(e.call.key())))
                    .filter(e -> isLike(report, e.call)).toList();
            if (candidates.size() != 1) continue;
            candidates.getFirst().resumed = false;
            found.put(report.key().value(), candidates.getFirst().call.key().value());
        }
        return found;
    }

    /**
     * A phone without names for its calls, of which each run makes its own, shows nothing to begin with, either: what
     * it says of a call whose beginning it did not tell is about the one from before. That is the latest with that
     * number; without a number, the only one. An answer is about none that was talked to already, nor is what was
     * missed, refused or busy.
     *
     * @return the name that was made for it now, with the name it is kept under
     */
    static Map<String, String> withoutName(CallReport report, Collection<LiveCall> live) {
        boolean nameless = report.key().scope() == CallKey.Scope.LEG && report.aliases().isEmpty();
        if (!nameless || report.state().isRinging()) return Map.of();
        List<LiveCall> candidates = live.stream()
                .filter(e -> e.isUnheard && e.call.key().scope() == CallKey.Scope.LEG)
                .filter(e -> isLike(report, e.call))
                .filter(e -> report.state() != CallState.CONNECTED || e.call.state() != CallState.CONNECTED)
                .filter(e -> report.reason().isEmpty() || !e.call.wasAnswered()).toList();
        if (candidates.isEmpty() || candidates.size() > 1 && !report.party().isKnown()) return Map.of();
        LiveCall latest = Collections.max(candidates, Comparator.comparing(e -> e.call.startedAt()));
        return Map.of(report.key().value(), latest.call.key().value());
    }

    private static boolean isLike(CallReport report, Call call) {
        boolean otherWay = report.direction().flatMap(way -> call.direction().filter(w -> w != way)).isPresent();
        if (otherWay) return false;
        return !report.party().isKnown() || report.party().sameNumberAs(call.party());
    }
}

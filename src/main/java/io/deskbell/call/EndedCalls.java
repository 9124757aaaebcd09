package io.deskbell.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls that are over, remembered for a while so that a late word about one does not begin it again. Bounded; not
 * thread safe.
 */
final class EndedCalls {
    private static final int MOST = 500;

    private final TrackerLimits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    /** Told ends of calls that the whole system has a name for, longer: what is told of them may be late by minutes. */
    private final Map<String, Entry> past = new LinkedHashMap<>();

    EndedCalls(TrackerLimits limits) {
        this.limits = limits;
    }

    /** How we know that a call is over. */
    enum How {
        /** The phone said so. */
        TOLD,
        /** It was gone when the line to the phone came back. */
        GONE,
        /** Nothing was heard for so long that we gave it up; the phone may think otherwise. */
        GIVEN_UP
    }

    /** @param last what was said of it last: that it ended, or that it was given away */
    record Entry(Call call, How how, CallEvent.Type last, Instant forgetAt) {
        /** The phone says that a call was answered, or given away, that we thought was over without an answer. */
        boolean comesBack(CallReport report) {
            if (how == How.TOLD || call.wasAnswered() || !report.state().isAnswered()) return false;
            return report.transfer().isEmpty() || call.key().scope() == CallKey.Scope.SHARED;
        }

        /** Of one that {@link EndedCalls#overtaking overtook} the report. */
        boolean wasAnsweredBefore(CallReport report) {
            return call.isAnsweredLate(report);
        }

        /** The same. */
        boolean wasGivenAwayBefore(CallReport report) {
            return report.transfer().isPresent() && call.wasAnswered() && !call.wasGivenAwayInWords();
        }

        /**
         * A small name is used for the next call; a call we gave up may go on ringing under the same name. A call of
         * the whole system may be offered to the same phone again, by a queue or by whoever was given it; the source
         * tells that by a ring, though it was answered by the time it looked.
         */
        boolean isFollowedBy(CallReport report) {
            if (!report.state().isRinging()) return false;
            if (call.endedAt().filter(report.at()::isAfter).isEmpty()) return false; // A late word about the old one.
            boolean another = report.party().isKnown() && !report.party().sameNumberAs(call.party());
            return switch (report.key().scope()) {
                case REUSED -> how != How.GIVEN_UP || another;
                case SHARED -> how != How.GIVEN_UP;
                case LEG -> false;
            };
        }
    }

    void remember(Call call, How how, CallEvent.Type last, Instant now) {
        Entry entry = new Entry(call, how, last, forgetAt(how, now));
        put(entries, entry);
        if (how == How.TOLD && call.key().scope() == CallKey.Scope.SHARED) put(past, entry);
    }

    private static void put(Map<String, Entry> among, Entry entry) {
        String key = entry.call().key().value();
        among.remove(key);
        among.put(key, entry);
        if (among.size() > MOST) among.remove(among.keySet().iterator().next());
    }

    /**
     * The call whose end overtook this report, which bears the moment of what happened. What was given away may have
     * seemed to end with the call that it was merged with, before the colleague answered.
     */
    Optional<Entry> overtaking(String key, CallReport report) {
        return Optional.ofNullable(past.get(key)).filter(entry -> report.key().scope() == CallKey.Scope.SHARED
                && (entry.wasGivenAwayBefore(report)
                || entry.call().endedAt().filter(end -> !report.at().isAfter(end)).isPresent()));
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    boolean remembers(String key) {
        return entries.containsKey(key);
    }

    /** The phone goes on speaking of a call that is over: the memory must last as long as it does. */
    void refresh(String key, Instant now) {
        entries.computeIfPresent(key, (k, e) -> new Entry(e.call(), e.how(), e.last(), forgetAt(e.how(), now)));
    }

    void forget(String key) {
        entries.remove(key);
    }

    List<Call> all() {
        return entries.values().stream().map(Entry::call).toList();
    }

    /** Returns whether anything was forgotten. */
    boolean forgetOlderThan(Instant now) {
        return entries.values().removeIf(entry -> entry.forgetAt().isBefore(now));
    }

    private Instant forgetAt(How how, Instant now) {
        return now.plus(how == How.TOLD ? limits.memory() : limits.lostMemory());
    }
}

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

    EndedCalls(TrackerLimits limits) {
        this.limits = limits;
    }

    /** @param told whether the phone told the end, or we gave the call up */
    record Entry(Call call, boolean told, Instant forgetAt) {
        /** We gave up a call that rang too long, and now the phone says that it was answered after all. */
        boolean comesBack(CallReport report) {
            return !told && !call.wasAnswered() && report.state().isAnswered();
        }
    }

    void remember(Call call, boolean told, Instant now) {
        entries.remove(call.key().value());
        entries.put(call.key().value(), new Entry(call, told, forgetAt(told, now)));
        if (entries.size() > MOST) entries.remove(entries.keySet().iterator().next());
    }

    Optional<Entry> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** The phone goes on speaking of a call we gave up: the memory must last as long as it does. */
    void refresh(String key, Instant now) {
        entries.computeIfPresent(key, (k, e) -> new Entry(e.call(), e.told(), forgetAt(e.told(), now)));
    }

    void forget(String key) {
        entries.remove(key);
    }

    List<Call> all() {
        return entries.values().stream().map(Entry::call).toList();
    }

    void forgetOlderThan(Instant now) {
        entries.values().removeIf(entry -> entry.forgetAt().isBefore(now));
    }

    private Instant forgetAt(boolean told, Instant now) {
        return now.plus(told ? limits.memory() : limits.lostMemory());
    }
}

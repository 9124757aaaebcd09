package io.deskbell.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What waits, in memory: a queue for each call, of which only the first entry may go, and only to one taker at a time.
 * Thread safe; never waits for a disk.
 */
final class Queues {
    /** A call of which something happened so recently is going on in front of the agent. */
    static final Duration LIVE = Duration.ofSeconds(60);

    private static final Comparator<CallQueue> LEAST_TRIED_FIRST =
            Comparator.<CallQueue>comparingInt(queue -> queue.tries).thenComparing(queue -> queue.first().number());

    private final Map<String, CallQueue> calls = new LinkedHashMap<>();
    private int size;

    /** @param fresh not tried since the last thing happened to this call */
    record Candidate(Entry entry, boolean fresh) {
    }

    private static final class CallQueue {
        final Deque<Entry> waiting = new ArrayDeque<>();
        Instant arrivedAt = Instant.MIN;
        boolean claimed;
        int tries;

        Entry first() {
            return waiting.getFirst();
        }

        /** A moment from the future is no sign of life but of a clock that was set. */
        boolean isLive(Instant now) {
            return arrivedAt.isAfter(now.minus(LIVE)) && arrivedAt.isBefore(now.plus(LIVE));
        }
    }

    /** @param at when it came here, by our own clock: phones' clocks may be wrong */
    synchronized void add(Entry entry, Instant at) {
        CallQueue queue = calls.computeIfAbsent(entry.callId(), id -> new CallQueue());
        queue.waiting.add(entry);
        queue.arrivedAt = at;
        queue.tries = 0;
        size++;
    }

    synchronized Optional<Candidate> nextLive(Instant now) {
        return next(queue -> queue.isLive(now));
    }

    /** Those that were tried least come first, so that one the server chokes on does not stop the others. */
    synchronized Optional<Candidate> nextOfBacklog(Instant now) {
        return next(queue -> !queue.isLive(now));
    }

    /** Takes the first entry of a call, so that nobody else does; false when somebody was quicker. */
    synchronized boolean claim(Entry entry) {
        CallQueue queue = calls.get(entry.callId());
        if (queue == null || queue.claimed || queue.first().number() != entry.number()) return false;
        queue.claimed = true;
        return true;
    }

    /** The claimed entry is done with; the next of its call may go. */
    synchronized void done(Entry entry) {
        CallQueue queue = calls.get(entry.callId());
        queue.waiting.removeFirst();
        queue.claimed = false;
        queue.tries = 0;
        size--;
        if (queue.waiting.isEmpty()) calls.remove(entry.callId());
    }

    /** The claimed entry stays, and others are tried before it. */
    synchronized void postpone(Entry entry) {
        CallQueue queue = calls.get(entry.callId());
        queue.claimed = false;
        queue.tries++;
    }

    /** The claimed entry stays as if it had not been tried. */
    synchronized void release(Entry entry) {
        calls.get(entry.callId()).claimed = false;
    }

    /** Takes out all that waits of a call, in order, its claimed entry with it. */
    synchronized List<Entry> takeOut(String callId) {
        CallQueue queue = calls.remove(callId);
        if (queue == null) return List.of();
        size -= queue.waiting.size();
        return List.copyOf(queue.waiting);
    }

    synchronized int size() {
        return size;
    }

    synchronized List<Entry> all() {
        Collection<CallQueue> queues = calls.values();
        List<Entry> entries = new ArrayList<>();
        queues.forEach(queue -> entries.addAll(queue.waiting));
        entries.sort(Comparator.comparingLong(Entry::number));
        return entries;
    }

    private Optional<Candidate> next(Predicate<CallQueue> wanted) {
        return calls.values().stream().filter(queue -> !queue.claimed).filter(wanted).min(LEAST_TRIED_FIRST)
                .map(queue -> new Candidate(queue.first(), queue.tries == 0));
    }
}

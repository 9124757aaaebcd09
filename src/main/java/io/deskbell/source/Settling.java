package io.deskbell.source;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/**
 * Keeps the end of a call back for a moment, where what was told before it may still be on its way: a call that nobody
 * had yet said was answered, or handed on. Not thread safe.
 */
public final class Settling<T> {
    public static final Duration USUAL = Duration.ofSeconds(1);

    private final Duration moment;
    private final Queue<Kept<T>> kept = new ArrayDeque<>();

    private record Kept<T>(T what, long dueAt) {
    }

    public Settling(Duration moment) {
        this.moment = moment;
    }

    /** @param now in nanoseconds, as of a clock that only runs forward */
    public void keep(T what, long now) {
        kept.add(new Kept<>(what, now + moment.toNanos()));
    }

    /** In nanoseconds, none where nothing is kept. */
    public Optional<Long> dueAt() {
        return Optional.ofNullable(kept.peek()).map(Kept::dueAt);
    }

    /** All that is kept, though it has not been kept long enough: for whoever has to stop. */
    public List<T> all() {
        List<T> all = kept.stream().map(Kept::what).toList();
        kept.clear();
        return all;
    }

    /** What has been kept long enough, in the order in which it came. */
    public List<T> due(long now) {
        List<T> due = new ArrayList<>();
        while (dueAt().filter(at -> at - now <= 0).isPresent()) due.add(kept.remove().what());
        return due;
    }
}

package io.deskbell.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/** What something said, in order, with a way to wait for the next of its sayings. Safe for use by several threads. */
final class Transcript<T> {
    static final Duration PATIENCE = Duration.ofSeconds(15);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<T> said = new ArrayList<>();
    private int read;

    void add(T saying) {
        lock.lock();
        try {
            said.add(saying);
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<T> all() {
        lock.lock();
        try {
            return List.copyOf(said);
        } finally {
            lock.unlock();
        }
    }

    /** The next matching saying; what came before it counts as read. */
    T await(String what, Predicate<T> wanted) throws InterruptedException {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (true) {
                while (read < said.size()) {
                    T next = said.get(read++);
                    if (wanted.test(next)) return next;
                }
                if (left <= 0) throw new AssertionError("no " + what + "; there was:\n" + lines());
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** True as soon as there are this many sayings in all, false when patience ends first. */
    boolean reaches(int count, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (said.size() < count) {
                if (left <= 0) return false;
                left = grown.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    String lines() {
        StringBuilder text = new StringBuilder();
        all().forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}

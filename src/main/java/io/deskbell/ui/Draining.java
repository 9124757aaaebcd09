package io.deskbell.ui;

import java.util.Optional;

/** How far a backlog has come since it began: what waits now, against all that waited. On one thread. */
final class Draining {
    /** Fewer are a call going on, gone before anybody has read the number. */
    static final int BACKLOG = 5;

    private int all;
    private int before;

    /** Of so many so many are sent. */
    record Drained(int sent, int of) {
    }

    /** @param waiting as it is now; empty when there is no backlog that is getting smaller */
    Optional<Drained> at(int waiting) {
        all = waiting == 0 ? 0 : all + Math.max(0, waiting - before);
        before = waiting;
        int sent = all - waiting;
        return all < BACKLOG || sent == 0 ? Optional.empty() : Optional.of(new Drained(sent, all));
    }
}

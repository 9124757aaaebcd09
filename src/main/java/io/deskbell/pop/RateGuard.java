package io.deskbell.pop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** Lets at most so many through in so long. Not thread safe. */
final class RateGuard {
    private final int most;
    private final Duration window;
    private final Deque<Instant> passed = new ArrayDeque<>();
    private boolean biting;

    RateGuard(int most, Duration window) {
        this.most = most;
        this.window = window;
    }

    boolean mayPass(Instant now) {
        passed.removeIf(at -> !at.plus(window).isAfter(now) || at.isAfter(now)); // The clock may have been set back.
        if (passed.size() >= most) return false;
        passed.addLast(now);
        biting = false;
        return true;
    }

    /** True once for each time it starts holding back. */
    boolean bitesAnew() {
        boolean anew = !biting;
        biting = true;
        return anew;
    }
}

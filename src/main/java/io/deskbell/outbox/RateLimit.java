package io.deskbell.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps this desk within the limits of the API (CM.com, getting started: 3 a second, 180 a minute, 10,000 an hour,
 * 100,000 a day), counted over the time just past. A backlog goes only while less than half is used, so that there is
 * always room for a live call. Thread safe.
 */
final class RateLimit {
    private static final List<Window> OF_THE_API = List.of(new Window(3, Duration.ofSeconds(1)),
            new Window(180, Duration.ofMinutes(1)), new Window(10_000, Duration.ofHours(1)),
            new Window(100_000, Duration.ofDays(1)));

    private final List<Window> windows;
    private final int most;
    private final List<Instant> used = new ArrayList<>();

    /** At most so many requests in any such time. */
    record Window(int limit, Duration time) {
        int share(boolean backlog) {
            return backlog ? Math.max(1, limit / 2) : limit;
        }
    }

    RateLimit() {
        this(OF_THE_API);
    }

    RateLimit(List<Window> windows) {
        this.windows = List.copyOf(windows);
        this.most = windows.stream().mapToInt(Window::limit).max().orElseThrow();
    }

    /** How long to wait before one more request is within all limits; zero when it is now. */
    synchronized Duration untilFree(Instant now, boolean backlog) {
        Duration longest = Duration.ZERO;
        for (Window window : windows) {
            int share = window.share(backlog);
            if (used.size() < share) continue;
            Instant decisive = used.get(used.size() - share);
            if (decisive.isAfter(now)) continue; // The clock was set back: better a little fast than never.
            Duration left = window.time().minus(Duration.between(decisive, now));
            if (left.compareTo(longest) > 0) longest = left;
        }
        return longest;
    }

    synchronized void use(Instant now) {
        used.add(now);
        if (used.size() >= 2 * most) used.subList(0, most).clear();
    }
}

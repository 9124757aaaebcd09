package io.deskbell.pop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Time that stands still until it is told to pass; errands are run when theirs has come, on the test's thread. */
final class StandingTime extends Clock implements Errands {
    private final List<Due> errands = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    private record Due(Instant at, Runnable errand) {
    }

    void pass(Duration time) {
        Instant until = now.plus(time);
        while (true) {
            List<Due> due = errands.stream().filter(e -> !e.at().isAfter(until))
                    .sorted(Comparator.comparing(Due::at)).limit(1).toList();
            if (due.isEmpty()) break;
            errands.removeAll(due);
            now = due.getFirst().at().isAfter(now) ? due.getFirst().at() : now;
            due.getFirst().errand().run();
        }
        now = until;
    }

    @Override
    public void soon(Runnable errand) {
        after(Duration.ZERO, errand);
    }

    @Override
    public void after(Duration pause, Runnable errand) {
        errands.add(new Due(now.plus(pause), errand));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

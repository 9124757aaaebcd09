package io.deskbell.source.sip;

import io.deskbell.call.CallReport;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Passes on what is told of the watched line, and knows whether it is in a call. Not thread safe. */
final class LineInUse implements PhoneListener {
    private static final int MOST = 100;

    private final PhoneListener next;
    private final Set<String> answered = new HashSet<>();

    LineInUse(PhoneListener next) {
        this.next = next;
    }

    boolean isInUse() {
        return !answered.isEmpty();
    }

    @Override
    public void watching() throws InterruptedException {
        next.watching();
    }

    @Override
    public void report(CallReport report) throws InterruptedException {
        note(report);
        next.report(report);
    }

    @Override
    public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
        answered.clear();
        reports.forEach(this::note);
        next.snapshot(reports, at);
    }

    @Override
    public PhoneListener alsoSeen(String way) {
        return next.alsoSeen(way);
    }

    private void note(CallReport report) {
        String key = report.key().value();
        if (report.state().isAnswered() && answered.size() < MOST) answered.add(key);
        else answered.remove(key);
    }
}

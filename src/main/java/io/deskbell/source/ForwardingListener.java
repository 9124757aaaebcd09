package io.deskbell.source;

import io.deskbell.call.CallReport;
import java.time.Instant;
import java.util.List;

/**
 * Hands on every word as it came: what a listener between a source and the next one is made of, so that none forgets a
 * word of which {@link PhoneListener} has a usual answer. What one of them changes it changes before it hands it on.
 */
public abstract class ForwardingListener implements PhoneListener {
    private final PhoneListener next;

    protected ForwardingListener(PhoneListener next) {
        this.next = next;
    }

    @Override
    public void watching() throws InterruptedException {
        next.watching();
    }

    @Override
    public void report(CallReport report) throws InterruptedException {
        next.report(report);
    }

    @Override
    public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
        next.snapshot(reports, at);
    }

    @Override
    public void whenSafe(Runnable then) throws InterruptedException {
        next.whenSafe(then);
    }

    /** The next one's: what is told there does not come by here, unless it is wrapped again. */
    @Override
    public PhoneListener alsoSeen(String way) {
        return next.alsoSeen(way);
    }
}

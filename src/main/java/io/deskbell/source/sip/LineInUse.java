package io.deskbell.source.sip;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.source.ForwardingListener;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Passes on what is told of the watched line, and knows whether it is in a call. Presence may say "on the phone" of a
 * phone that rings (chan_pjsip): as long as the call rings here too, nobody has answered it. Not thread safe.
 */
final class LineInUse extends ForwardingListener {
    private static final int MOST = 100;

    private final boolean mayMeanRinging;
    private final Set<String> answered = new HashSet<>();
    private BooleanSupplier ringsHere = () -> false;

    /** @param mayMeanRinging what is told to be answered may only ring */
    LineInUse(PhoneListener next, boolean mayMeanRinging) {
        super(next);
        this.mayMeanRinging = mayMeanRinging;
    }

    /** @param ringing whether a call rings here */
    void compareWith(BooleanSupplier ringing) {
        ringsHere = ringing;
    }

    boolean isInUse() {
        return !answered.isEmpty();
    }

    @Override
    public void report(CallReport told) throws InterruptedException {
        CallReport report = believed(told);
        note(report);
        super.report(report);
    }

    @Override
    public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
        answered.clear();
        reports.forEach(this::note);
        super.snapshot(reports, at);
    }

    private CallReport believed(CallReport told) {
        boolean doubted = mayMeanRinging && told.state() == CallState.CONNECTED
                && !answered.contains(told.key().value()) && ringsHere.getAsBoolean();
        return doubted ? told.in(CallState.RINGING) : told;
    }

    private void note(CallReport report) {
        String key = report.key().value();
        if (report.state().isAnswered() && answered.size() < MOST) answered.add(key);
        else answered.remove(key);
    }
}

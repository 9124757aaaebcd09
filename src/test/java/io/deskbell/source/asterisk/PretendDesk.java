package io.deskbell.source.asterisk;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.Extension;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a desk makes of its reports: the events, and what Agent Inbox would receive. */
final class PretendDesk implements PhoneListener {
    final List<String> events = new ArrayList<>();
    final List<String> registered = new ArrayList<>();
    private final CallTracker tracker;
    private final Registrar registrar;

    PretendDesk(Extension extension, RegistrationRules rules) {
        tracker = new CallTracker(extension, TrackerLimits.USUAL);
        registrar = new Registrar(rules);
    }

    void pass(Instant to) {
        take(tracker.tick(to));
    }

    @Override
    public void watching() {
        tracker.reconnected();
    }

    @Override
    public void report(CallReport report) {
        take(tracker.report(report));
    }

    @Override
    public void snapshot(List<CallReport> reports, Instant at) {
        take(tracker.snapshot(reports, at));
    }

    private void take(List<CallEvent> told) {
        for (CallEvent event : told) {
            events.add(event.type() + " " + event.call().party().outsideNumber().map(n -> n.e164())
                    .orElse(event.call().party().getClass().getSimpleName())
                    + event.call().endReason().map(why -> " " + why).orElse(""));
            registrar.registrationFor(event).map(PretendDesk::line).ifPresent(registered::add);
        }
    }

    private static String line(Registration registration) {
        return registration.kind() + " " + registration.callId() + " " + registration.number() + " "
                + registration.extension().digits() + " " + registration.direction()
                + registration.referrer().map(number -> " " + number).orElse("");
    }
}

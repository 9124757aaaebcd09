package io.deskbell.pop;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.CallTracker;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.TrackerLimits;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A phone that reports what the test says, through the real tracker, at the test's time. */
final class DeskPhone {
    static final Party ANNA = new Party.Outside(new PhoneNumber("+31612345678"), "Anna");
    static final Party COLLEAGUE = new Party.Colleague(new Extension("202"), "");

    private final CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
    private final Clock clock;
    private final Consumer<CallEvent> listener;

    DeskPhone(Clock clock, Consumer<CallEvent> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    void rings(String call, Party who) {
        report(say(call, CallState.RINGING, who));
    }

    void answers(String call, Party who) {
        report(say(call, CallState.CONNECTED, who));
    }

    void dials(String call, Party who) {
        report(say(call, CallState.DIALING, who).going(Direction.OUTBOUND));
    }

    void ends(String call) {
        report(say(call, CallState.ENDED, Party.Unknown.NOBODY));
    }

    /** It was over here, and is offered and answered once more. */
    void comesBack(CallKey call, Party who) {
        for (CallState state : List.of(CallState.RINGING, CallState.CONNECTED)) {
            report(CallReport.of(call, state, clock.instant()).with(who));
        }
    }

    void isSilent() {
        tell(tracker.tick(clock.instant()));
    }

    void report(CallReport report) {
        tell(tracker.report(report));
    }

    CallReport say(String call, CallState state, Party who) {
        CallReport report = CallReport.of(CallKey.leg(call), state, clock.instant()).with(who);
        Optional<Direction> way = state == CallState.RINGING ? Optional.of(Direction.INBOUND) : Optional.empty();
        return way.map(report::going).orElse(report);
    }

    private void tell(List<CallEvent> events) {
        events.forEach(listener);
    }
}

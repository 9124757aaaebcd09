package io.deskbell.doctor;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.SipSettings;
import io.deskbell.source.sip.SipSource;
import io.deskbell.source.sip.SipSteps;
import java.time.Clock;
import java.time.Duration;

/** Watches over SIP for a moment and names each step on the way, so that the one that fails stands out. */
public final class SipCheck {
    private SipCheck() {
    }

    public static Check of(SipSettings settings, NumberPlan plan, Clock clock, Duration patience) {
        return new StepwiseCheck(found -> SipSource.of(settings, plan, clock,
                (step, detail) -> found.accept(finding(step, detail))), patience);
    }

    private static Finding finding(SipSteps.Step step, Reason detail) {
        return switch (step) {
            case NOT_YET_ALLOWED -> PhoneReason.TO_BE_GRANTED.note("sip", detail);
            case RINGS_ALONE -> PhoneReason.RINGS_ALONE.note("sip", detail);
            default -> new Finding(Finding.Mark.WELL, "sip", detail);
        };
    }
}

package io.deskbell.doctor;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.SipSettings;
import io.deskbell.source.sip.SipSource;
import io.deskbell.source.sip.SipSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Watches over SIP for a moment and names each step on the way, so that the one that fails stands out. */
public final class SipCheck implements Check {
    private final PhoneCheck phone;
    private final List<Finding> steps;

    private SipCheck(PhoneCheck phone, List<Finding> steps) {
        this.phone = phone;
        this.steps = steps;
    }

    public static SipCheck of(SipSettings settings, NumberPlan plan, Clock clock, Duration patience) {
        List<Finding> steps = Collections.synchronizedList(new ArrayList<>());
        SipSource source = SipSource.of(settings, plan, clock, (step, detail) -> steps.add(finding(step, detail)));
        return new SipCheck(new PhoneCheck(source, patience), steps);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> outcome = phone.look();
        List<Finding> all = new ArrayList<>(List.copyOf(steps));
        all.addAll(outcome);
        return all;
    }

    private static Finding finding(SipSteps.Step step, Reason detail) {
        return switch (step) {
            case NOT_YET_ALLOWED -> PhoneReason.TO_BE_GRANTED.note("sip", detail);
            case RINGS_ALONE -> PhoneReason.RINGS_ALONE.note("sip", detail);
            default -> new Finding(Finding.Mark.WELL, "sip", detail);
        };
    }
}

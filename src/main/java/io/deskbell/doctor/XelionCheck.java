package io.deskbell.doctor;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.Tape;
import io.deskbell.source.xelion.XelionSource;
import io.deskbell.source.xelion.XelionSteps;
import java.time.Clock;
import java.time.Duration;

/** Watches a Xelion user for a moment and names each step on the way. */
public final class XelionCheck {
    private XelionCheck() {
    }

    public static Check of(XelionSettings settings, NumberPlan plan, Clock clock, Duration patience) {
        return new StepwiseCheck(found -> new XelionSource(settings, plan, clock,
                (step, detail) -> found.accept(finding(step, detail)), Tape.NONE), patience);
    }

    private static Finding finding(XelionSteps.Step step, Reason detail) {
        return new Finding(switch (step) {
            case DEVICE_REFUSED, NOT_KNOWN, NUMBERS_LATER -> Finding.Mark.NOTE;
            default -> Finding.Mark.WELL;
        }, "xelion", detail);
    }
}

package io.deskbell.doctor;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.XelionSettings;
import io.deskbell.source.Tape;
import io.deskbell.source.xelion.XelionSource;
import io.deskbell.source.xelion.XelionSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Watches a Xelion user for a moment and names each step on the way. */
public final class XelionCheck implements Check {
    private final PhoneCheck phone;
    private final List<Finding> steps;

    private XelionCheck(PhoneCheck phone, List<Finding> steps) {
        this.phone = phone;
        this.steps = steps;
    }

    public static XelionCheck of(XelionSettings settings, NumberPlan plan, Clock clock, Duration patience) {
        List<Finding> steps = Collections.synchronizedList(new ArrayList<>());
        XelionSource source = new XelionSource(settings, plan, clock,
                (step, detail) -> steps.add(finding(step, detail)), Tape.NONE);
        return new XelionCheck(new PhoneCheck(source, patience), steps);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> outcome = phone.look();
        List<Finding> all = new ArrayList<>(List.copyOf(steps));
        all.addAll(outcome);
        return all;
    }

    private static Finding finding(XelionSteps.Step step, Reason detail) {
        return new Finding(switch (step) {
            case NOT_KNOWN, NUMBERS_LATER -> Finding.Mark.NOTE;
            default -> Finding.Mark.WELL;
        }, "xelion", detail);
    }
}

package io.deskbell.doctor;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.Tape;
import io.deskbell.source.threecx.ThreeCxSource;
import io.deskbell.source.threecx.ThreeCxSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Watches at a 3CX for a moment and names each step on the way. */
public final class ThreeCxCheck implements Check {
    private static final String PART = "3cx";

    private final PhoneCheck phone;
    private final List<Finding> steps;

    private ThreeCxCheck(PhoneCheck phone, List<Finding> steps) {
        this.phone = phone;
        this.steps = steps;
    }

    public static ThreeCxCheck of(ThreeCxSettings settings, Function<Extension, NumberPlan> plans, Clock clock,
                                  Duration patience) {
        List<Finding> steps = Collections.synchronizedList(new ArrayList<>());
        ThreeCxSource source = new ThreeCxSource(settings, plans, clock, new ThreeCxSteps() {
            @Override
            public void reached(Reason detail) {
                steps.add(new Finding(Finding.Mark.WELL, PART, detail));
            }

            @Override
            public void noted(Reason detail) {
                steps.add(new Finding(Finding.Mark.NOTE, PART, detail));
            }
        }, Tape.NONE);
        return new ThreeCxCheck(new PhoneCheck(source, patience), steps);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> outcome = phone.look();
        List<Finding> all = new ArrayList<>(List.copyOf(steps));
        all.addAll(outcome);
        return all;
    }
}

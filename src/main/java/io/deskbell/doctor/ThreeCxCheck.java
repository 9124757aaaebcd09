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
import java.util.function.Function;

/** Watches at a 3CX for a moment and names each step on the way. */
public final class ThreeCxCheck {
    private static final String PART = "3cx";

    private ThreeCxCheck() {
    }

    public static Check of(ThreeCxSettings settings, Function<Extension, NumberPlan> plans, Clock clock,
                           Duration patience) {
        return new StepwiseCheck(found -> new ThreeCxSource(settings, plans, clock, new ThreeCxSteps() {
            @Override
            public void reached(Reason detail) {
                found.accept(new Finding(Finding.Mark.WELL, PART, detail));
            }

            @Override
            public void noted(Reason detail) {
                found.accept(new Finding(Finding.Mark.NOTE, PART, detail));
            }
        }, Tape.NONE), patience);
    }
}

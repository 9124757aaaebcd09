package io.deskbell.doctor;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import io.deskbell.source.asterisk.AsteriskSource;
import java.time.Clock;
import java.time.Duration;

/** Watches an Asterisk for a moment and names each step on the way, and what its manager user may do. */
public final class AsteriskCheck {
    private AsteriskCheck() {
    }

    public static Check of(AsteriskSettings settings, Extension own, NumberPlan plan, Clock clock,
                           Duration patience) {
        return new StepwiseCheck(found -> new AsteriskSource(settings, own, plan, clock, Tape.NONE, Waiting.REAL,
                (reason, well) -> found.accept(new Finding(well ? Finding.Mark.WELL : Finding.Mark.NOTE, "asterisk",
                        reason))), patience);
    }
}

package io.deskbell.doctor;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import io.deskbell.source.asterisk.AsteriskSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Watches an Asterisk for a moment and names each step on the way, and what its manager user may do. */
public final class AsteriskCheck implements Check {
    private final PhoneCheck phone;
    private final List<Finding> steps;

    private AsteriskCheck(PhoneCheck phone, List<Finding> steps) {
        this.phone = phone;
        this.steps = steps;
    }

    public static AsteriskCheck of(AsteriskSettings settings, Extension own, NumberPlan plan, Clock clock,
                                   Duration patience) {
        List<Finding> steps = Collections.synchronizedList(new ArrayList<>());
        AsteriskSource source = new AsteriskSource(settings, own, plan, clock, Tape.NONE, Waiting.REAL,
                (reason, well) -> steps.add(new Finding(well ? Finding.Mark.WELL : Finding.Mark.NOTE, "asterisk",
                        reason)));
        return new AsteriskCheck(new PhoneCheck(source, patience), steps);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> outcome = phone.look();
        List<Finding> all = new ArrayList<>(List.copyOf(steps));
        all.addAll(outcome);
        return all;
    }
}

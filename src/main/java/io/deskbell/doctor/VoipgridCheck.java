package io.deskbell.doctor;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.source.voipgrid.VoipgridSource;
import io.deskbell.source.voipgrid.VoipgridSteps;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Logs in at VoIPGRID's platform and looks whether a telephone is registered that it could ring. */
public final class VoipgridCheck implements Check {
    private static final String PART = "voipgrid";

    private final PhoneCheck phone;
    private final List<Finding> steps;

    private VoipgridCheck(PhoneCheck phone, List<Finding> steps) {
        this.phone = phone;
        this.steps = steps;
    }

    /** @param extension whose telephone account it is, where the settings name none */
    public static VoipgridCheck of(VoipgridSettings settings, String extension, NumberPlan plan, Clock clock,
                                   Duration patience) {
        List<Finding> steps = Collections.synchronizedList(new ArrayList<>());
        VoipgridSteps ear = new VoipgridSteps() {
            @Override
            public void well(Reason step) {
                steps.add(new Finding(Finding.Mark.WELL, PART, step));
            }

            @Override
            public void note(Reason step) {
                steps.add(new Finding(Finding.Mark.NOTE, PART, step));
            }
        };
        VoipgridSource source = VoipgridSource.of(settings, extension, plan, clock, ear);
        return new VoipgridCheck(new PhoneCheck(source, patience), steps);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> outcome = phone.look();
        List<Finding> all = new ArrayList<>(List.copyOf(steps));
        all.addAll(outcome);
        return all;
    }
}

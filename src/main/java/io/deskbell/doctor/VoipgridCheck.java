package io.deskbell.doctor;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.source.voipgrid.VoipgridSource;
import io.deskbell.source.voipgrid.VoipgridSteps;
import java.time.Clock;
import java.time.Duration;

/** Logs in at VoIPGRID's platform and looks whether a telephone is registered that it could ring. */
public final class VoipgridCheck {
    private static final String PART = "voipgrid";

    private VoipgridCheck() {
    }

    /** @param extension whose telephone account it is, where the settings name none */
    public static Check of(VoipgridSettings settings, String extension, NumberPlan plan, Clock clock,
                           Duration patience) {
        return new StepwiseCheck(found -> VoipgridSource.of(settings, extension, plan, clock, new VoipgridSteps() {
            @Override
            public void well(Reason step) {
                found.accept(new Finding(Finding.Mark.WELL, PART, step));
            }

            @Override
            public void note(Reason step) {
                found.accept(new Finding(Finding.Mark.NOTE, PART, step));
            }
        }), patience);
    }
}

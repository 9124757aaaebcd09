package io.deskbell.doctor;

import io.deskbell.call.NumberPlan;
import io.deskbell.config.TapiSettings;
import io.deskbell.source.Tape;
import io.deskbell.source.tapi.TapiSource;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Watches the line at Windows telephony for a moment and names each step on the way. */
public final class TapiCheck implements Check {
    private final PhoneCheck phone;
    private final List<Finding> steps;

    private TapiCheck(PhoneCheck phone, List<Finding> steps) {
        this.phone = phone;
        this.steps = steps;
    }

    /** @param extension finds the line where the settings name none */
    public static TapiCheck of(TapiSettings settings, String extension, NumberPlan plan, Clock clock,
                               Duration patience) {
        List<Finding> steps = Collections.synchronizedList(new ArrayList<>());
        TapiSource source = TapiSource.of(settings, extension, plan, clock,
                detail -> steps.add(Finding.well("tapi", detail)), Tape.NONE);
        return new TapiCheck(new PhoneCheck(source, patience), steps);
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> outcome = phone.look();
        List<Finding> all = new ArrayList<>(List.copyOf(steps));
        all.addAll(outcome);
        return all;
    }
}

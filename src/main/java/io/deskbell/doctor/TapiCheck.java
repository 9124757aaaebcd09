package io.deskbell.doctor;

import io.deskbell.source.PhoneSource;
import io.deskbell.source.tapi.TapiSource;
import io.deskbell.source.tapi.TapiSteps;
import java.time.Duration;
import java.util.function.Function;

/** Watches the line at Windows telephony for a moment and names each step on the way. */
public final class TapiCheck {
    /** So that the source itself says what to do with a driver that does not answer. */
    private static final Duration PATIENCE = TapiSource.PATIENCE.plusSeconds(2);

    private TapiCheck() {
    }

    /** @param source the computer's own telephony, made with an ear for its steps */
    public static Check of(Function<TapiSteps, PhoneSource> source) {
        return new StepwiseCheck(found -> source.apply(
                detail -> found.accept(new Finding(Finding.Mark.WELL, "tapi", detail))), PATIENCE);
    }
}

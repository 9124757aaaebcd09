package io.deskbell.source.simulator;

import io.deskbell.call.CallState;
import java.time.Duration;

/**
 * One thing that happens at the desk.
 *
 * @param pause before it, since the step before
 * @param words what happens, for whoever looks on; empty for a step that is told together with the one before
 */
public record Step(Duration pause, PlayedCall call, CallState state, String words) {
    public Step {
        if (pause.isNegative()) throw new IllegalArgumentException("a step comes after the one before");
    }

    static Step after(double seconds, PlayedCall call, CallState state, String words) {
        return new Step(Duration.ofMillis(Math.round(seconds * 1_000)), call, state, words);
    }
}

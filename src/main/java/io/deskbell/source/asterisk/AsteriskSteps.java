package io.deskbell.source.asterisk;

import io.deskbell.call.Reason;

/** Hears how far a try has come: for a diagnosis that goes step by step. Called on the watching thread. */
@FunctionalInterface
public interface AsteriskSteps {
    /** For whoever does not want to know. */
    AsteriskSteps NONE = (reason, well) -> {
        // Nobody asked.
    };

    /**
     * @param reason for people; no secrets, no callers' numbers
     * @param well false for what a person should know about although it works
     */
    void reached(Reason reason, boolean well);
}

package io.deskbell.source.xelion;

import io.deskbell.call.Reason;

/** Hears how far a try has come: for a diagnosis that goes step by step. Called on the watching thread. */
@FunctionalInterface
public interface XelionSteps {
    /** In the order they are reached. */
    enum Step {
        RESOLVED, LOGGED_IN, DEVICE_REFUSED, KNOWN_AS, NOT_KNOWN, SUBSCRIBED, NUMBERS_TOLD, NUMBERS_LATER
    }

    /** For whoever does not want to know. */
    XelionSteps NONE = (step, detail) -> {
        // Nobody asked.
    };

    /** @param detail for people; no secrets, no callers' numbers */
    void reached(Step step, Reason detail);
}

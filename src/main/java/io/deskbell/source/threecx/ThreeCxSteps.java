package io.deskbell.source.threecx;

import io.deskbell.call.Reason;

/** Hears how far a try has come: for a diagnosis that goes step by step. Called on the watching thread. */
public interface ThreeCxSteps {
    /** For whoever does not want to know. */
    ThreeCxSteps NONE = detail -> {
        // Nobody asked.
    };

    /** @param detail for people; no secrets, no callers' numbers */
    void reached(Reason detail);

    /** Nothing is wrong, but it is worth knowing. */
    default void noted(Reason detail) {
        reached(detail);
    }
}

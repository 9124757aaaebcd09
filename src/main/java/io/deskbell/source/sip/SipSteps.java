package io.deskbell.source.sip;

import io.deskbell.call.Reason;

/** Hears how far a try has come: for a diagnosis that goes step by step. Called on the watching thread. */
@FunctionalInterface
public interface SipSteps {
    /** In the order they are reached. */
    enum Step {
        RESOLVED, CONNECTED, AUTHENTICATED, REGISTERED, RINGS_ALONG, RINGS_ALONE, SUBSCRIBED, NOT_YET_ALLOWED,
        FIRST_STATE
    }

    /** For whoever does not want to know. */
    SipSteps NONE = (step, detail) -> {
        // Nobody asked.
    };

    /** @param detail for people; no secrets, no callers' numbers */
    void reached(Step step, Reason detail);
}

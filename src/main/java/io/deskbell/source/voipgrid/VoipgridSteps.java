package io.deskbell.source.voipgrid;

import io.deskbell.call.Reason;

/** Hears how far a log-in comes, and how the agent's telephone account stands: for a diagnosis. */
public interface VoipgridSteps {
    void well(Reason step);

    /** Nothing is broken, but a person should know. */
    void note(Reason step);
}

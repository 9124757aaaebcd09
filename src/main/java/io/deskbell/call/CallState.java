package io.deskbell.call;

/** Where a call stands at the agent's phone. */
public enum CallState {
    DIALING,
    RINGING,
    CONNECTED,
    HELD,
    ENDED;

    /** Nobody has answered yet. */
    public boolean isRinging() {
        return this == DIALING || this == RINGING;
    }

    /** Answered and not over, on hold or not. */
    public boolean isAnswered() {
        return this == CONNECTED || this == HELD;
    }
}

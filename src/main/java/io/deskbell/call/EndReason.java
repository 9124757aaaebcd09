package io.deskbell.call;

/** Why a call is over, as far as the phone tells. */
public enum EndReason {
    NORMAL,
    NO_ANSWER,
    BUSY,
    REJECTED,
    ANSWERED_ELSEWHERE,
    TRANSFERRED,
    FAILED,
    UNKNOWN;

    /** A leg that failed to reach anybody cannot have been joined to another call; one told to be needs no guess. */
    boolean mayBeJoin() {
        return this != TRANSFERRED && this != BUSY && this != REJECTED && this != FAILED && this != ANSWERED_ELSEWHERE;
    }
}

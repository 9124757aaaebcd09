package io.deskbell.call;

/** Why a call is not registered with the helpdesk. */
public enum NotRegistered {
    /** Both ends are extensions. */
    INTERNAL,
    /** The caller does not show a number and the configuration names none to send instead. */
    WITHHELD,
    /** The telephone system told no number. */
    NO_NUMBER,
    NOT_ANSWERED,
    /** A colleague handed it over and that desk reports it. */
    HANDED_OVER,
    /** The agent had registration paused when it was answered. */
    PAUSED
}

package io.deskbell.outbox;

/** How far a registration has come. */
public enum Progress {
    /** Not accepted yet; it will be tried again. */
    WAITING,
    SETTLED,
    /** Refused; it stays until somebody sends it again. */
    SET_ASIDE
}

package io.deskbell.lookup;

import io.deskbell.call.Reason;

/** A list of customers of which nothing can be used, in words for a person. */
public final class UnusableListException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Reason reason;

    UnusableListException(Reason reason) {
        super(reason.english());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}

package io.deskbell.relay;

import java.io.IOException;

/** The broker has been away for so long that no more can be kept. */
public final class SpoolFullException extends IOException {
    private static final long serialVersionUID = 1L;

    SpoolFullException(int most) {
        super("the spool is full: " + most + " wait for the broker");
    }
}

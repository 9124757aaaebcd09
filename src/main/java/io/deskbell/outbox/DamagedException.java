package io.deskbell.outbox;

import java.io.IOException;

/** The database file is not what was written to it. */
final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedException(String words, Throwable cause) {
        super(words, cause);
    }
}

package io.deskbell.outbox;

import io.deskbell.call.Reason;
import java.io.IOException;

/** The database cannot be read or written, for a reason a person can act on. */
final class DiskException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    DiskException(Reason reason, Throwable cause) {
        super(reason.english(), cause);
        this.reason = reason;
    }

    /** The reason of any failure of the disk; the system has words of its own. */
    static Reason reasonOf(IOException failure) {
        return failure instanceof DiskException disk ? disk.reason : Reason.words(String.valueOf(failure.getMessage()));
    }
}

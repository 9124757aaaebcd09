package io.deskbell;

import java.io.IOException;

/** A recording cannot be read: in which line, and what would be right. */
final class RecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    /** The file as a whole. */
    RecordingException(String what, Throwable cause) {
        super(what, cause);
    }

    RecordingException(int line, String what) {
        super("line " + line + ": " + what);
    }
}

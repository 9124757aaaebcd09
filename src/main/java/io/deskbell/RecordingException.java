package io.deskbell;

import java.io.IOException;

/** A recording is not written as it should be: in which line, and what would be right. */
final class RecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    RecordingException(int line, String what) {
        super("line " + line + ": " + what);
    }
}

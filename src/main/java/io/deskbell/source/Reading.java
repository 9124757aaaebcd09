package io.deskbell.source;

import java.time.Instant;

/**
 * Makes reports of what one kind of phone says, word by word as it came: the same on a live line and in a recording.
 * Remembers what it needs to; not thread safe.
 */
@FunctionalInterface
public interface Reading {
    /** The line to the phone is up, for the first time or again. */
    default void lineUp() {
        // Most go on as they were.
    }

    /**
     * @throws LineLostException when no such phone says this, or when it says that it tells nothing now; nothing has
     *         been reported then, for a phone that cannot answer is no call that ended
     */
    void take(String text, Instant at, PhoneListener listener) throws LineLostException, InterruptedException;
}

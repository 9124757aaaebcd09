package io.deskbell.source.sip;

import io.deskbell.source.PhoneListener;
import java.time.Instant;

/**
 * Takes the bodies of one subscription and reports the calls in them. Lives as long as the source, over many
 * subscriptions. Not thread safe.
 */
interface DialogBodies {
    /** A new subscription begins: versions start afresh; the next body is a snapshot. */
    void subscribed();

    /**
     * Never throws for bad bodies.
     *
     * @param contentType empty when there was no body type
     * @param body may be empty
     * @return whether the whole state should be asked for again (version gap, unreadable partial)
     */
    boolean notified(String contentType, byte[] body, Instant at, PhoneListener listener) throws InterruptedException;
}

package io.deskbell.source.mqtt;

import java.time.Instant;

/**
 * How it stands with one relay, as it says itself every minute, or as the broker says when the relay has vanished.
 *
 * @param why what the relay lacks, in English; empty unless LOST
 */
public record RelayStatus(String relay, State state, String why, Instant at) {
    /** Whether calls can be told. */
    public enum State {
        HERE,
        /** The relay runs, and does not see the telephone system. */
        LOST,
        GONE
    }
}

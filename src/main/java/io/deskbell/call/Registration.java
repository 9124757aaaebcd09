package io.deskbell.call;

import java.time.Instant;
import java.util.Optional;

/**
 * What the helpdesk is to be told of a call, complete, as it is kept on disk until it is accepted.
 *
 * @param callId the same for every word about one call
 * @param number E.164, or what the configuration names for withheld callers
 * @param extension of the agent who answered; for a transfer of the one who has the call now
 * @param referrer the number the customer dialled, E.164
 */
public record Registration(Kind kind, String callId, String number, Extension extension, Direction direction,
                           Optional<String> referrer, Optional<Filter> filter, Instant at) {
    /** The three things Agent Inbox wants to know. */
    public enum Kind {
        ANSWERED,
        TRANSFER,
        DISCONNECTED
    }

    /** Which of several customers with this number it is; name and value only ever go together. */
    public record Filter(String field, String value) {
        public Filter {
            if (field.isBlank() || value.isBlank()) throw new IllegalArgumentException("a filter has both parts");
        }
    }

    Registration as(Kind other, Extension who, Instant when) {
        return new Registration(other, callId, number, who, direction, referrer, filter, when);
    }

    public Registration with(Filter other) {
        return new Registration(kind, callId, number, extension, direction, referrer, Optional.of(other), at);
    }

    /** Without the number: registrations are logged. */
    @Override
    public String toString() {
        return kind + " of " + callId + " at " + extension;
    }
}

package io.deskbell.sandbox;

import java.time.Instant;
import java.util.Optional;

/**
 * One request to show a customer, with the answer it got.
 *
 * @param status the HTTP status answered, or {@link Received#NO_ANSWER}
 * @param agent the e-mail address of the agent it is shown to; empty when it could not be read, as with the others
 */
public record Shown(Instant at, int status, String words, Optional<String> agent, Optional<String> number,
                    Optional<String> email, Optional<String> identifier) {
    static Shown refused(Instant at, int status, String words) {
        return new Shown(at, status, words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "show customer: " + status;
    }
}

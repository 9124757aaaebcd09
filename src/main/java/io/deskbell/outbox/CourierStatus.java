package io.deskbell.outbox;

import io.deskbell.call.Reason;
import java.time.Instant;

/** How it stands between the courier and the helpdesk. */
public sealed interface CourierStatus {
    /**
     * All is well as far as is known.
     *
     * @param tried the helpdesk has answered; before, nobody knows
     */
    record Delivering(boolean tried) implements CourierStatus {
        public Delivering() {
            this(true);
        }
    }

    /** @param reason one a person can act on */
    record Unavailable(Reason reason, Instant since) implements CourierStatus {
        public Unavailable(String words, Instant since) {
            this(Reason.words(words), since);
        }

        /** In English, for a log or a report. */
        public String why() {
            return reason.english();
        }
    }

    /** The key is refused; nothing goes until it is another. */
    record Unauthorized(String why, Instant since) implements CourierStatus {
    }
}

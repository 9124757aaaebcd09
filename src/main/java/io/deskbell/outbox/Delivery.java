package io.deskbell.outbox;

import io.deskbell.call.Reason;
import java.time.Duration;
import java.util.Optional;

/** What became of one try. Words are for people and hold neither the key nor a caller's number. */
public sealed interface Delivery {
    /** @param conversationId what the server calls the conversation, when it said */
    record Accepted(Optional<String> conversationId) implements Delivery {
    }

    /** It will be refused again: no use trying. */
    record Refused(Reason reason) implements Delivery {
        public Refused(String words) {
            this(Reason.words(words));
        }

        /** The server's own, or in English, for the log. */
        public String words() {
            return reason.english();
        }
    }

    /** Not now. @param retryAfter what the server asked for */
    record Unavailable(Reason reason, Optional<Duration> retryAfter) implements Delivery {
        public Unavailable(String words, Optional<Duration> retryAfter) {
            this(Reason.words(words), retryAfter);
        }

        /** In English, for the log. */
        public String words() {
            return reason.english();
        }
    }

    /** The key is wrong: nothing will be accepted until it is another. */
    record Unauthorized(String words) implements Delivery {
    }
}

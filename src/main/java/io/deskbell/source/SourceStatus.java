package io.deskbell.source;

import io.deskbell.call.Reason;
import java.time.Instant;

/** How it stands with the line to one phone. */
public sealed interface SourceStatus {
    /** The first try is under way. */
    record Connecting() implements SourceStatus {
    }

    record Watching(Instant since) implements SourceStatus {
    }

    /** @param reason one a person can act on */
    record Lost(Reason reason, Instant since) implements SourceStatus {
        public Lost(String words, Instant since) {
            this(Reason.words(words), since);
        }

        /** In English, for a log or a report. */
        public String why() {
            return reason.english();
        }
    }
}

package io.deskbell.source;

import java.time.Instant;

/** How it stands with the line to one phone. */
public sealed interface SourceStatus {
    /** The first try is under way. */
    record Connecting() implements SourceStatus {
    }

    record Watching(Instant since) implements SourceStatus {
    }

    /** @param why in words a person can act on */
    record Lost(String why, Instant since) implements SourceStatus {
    }
}

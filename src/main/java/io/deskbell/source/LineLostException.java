package io.deskbell.source;

import io.deskbell.call.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A phone cannot be watched any more, or not yet: with a reason a person can act on, without secrets or callers'
 * numbers, and with the pause before the next try where the other side named one.
 */
public final class LineLostException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient Optional<Duration> pause;

    public LineLostException(Reason reason) {
        this(reason, Optional.empty());
    }

    public LineLostException(Reason reason, Duration pause) {
        this(reason, Optional.of(pause));
    }

    /** For what there are no words of ours for: the agent reads it in this language. */
    public LineLostException(String words) {
        this(Reason.words(words));
    }

    public LineLostException(String words, Duration pause) {
        this(Reason.words(words), pause);
    }

    private LineLostException(Reason reason, Optional<Duration> pause) {
        super(reason.english());
        this.reason = reason;
        this.pause = pause;
    }

    /** The reason of any failure on the way to a phone; the network has words of its own. */
    public static Reason reasonOf(IOException failure) {
        if (failure instanceof LineLostException lost) return lost.reason();
        return Reason.words(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
    }

    public Reason reason() {
        return reason;
    }

    public Optional<Duration> pause() {
        return pause;
    }
}

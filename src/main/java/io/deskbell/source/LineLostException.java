package io.deskbell.source;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * A phone cannot be watched any more, or not yet: in words a person can act on, without secrets or callers' numbers,
 * with the pause before the next try where the other side named one.
 */
public final class LineLostException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Duration> pause;

    public LineLostException(String words) {
        super(words);
        this.pause = Optional.empty();
    }

    public LineLostException(String words, Duration pause) {
        super(words);
        this.pause = Optional.of(pause);
    }

    public Optional<Duration> pause() {
        return pause;
    }
}

package io.deskbell.source;

import java.time.Instant;

/**
 * What a kind of phone says, turned into reports, apart from the line it comes by. The source that watches and the
 * recording that is replayed use the same class, so a replay shows what really happened. Keeps what it has to know of
 * earlier words. Not thread safe.
 */
public interface Translator {
    /** The line is up, for the first time or again: what is told from here on begins afresh. */
    void lineUp();

    /**
     * Takes one thing as it stands on the tape, and reports what it means.
     *
     * @param kind as the source names it on its tape
     * @param text octet by octet in Latin-1, as given to {@link Tape#came}; line ends may have become line feeds
     * @return whether the phone would now be asked for all its calls again
     * @throws IllegalArgumentException in words for a person: there is no such kind, or this is none of it
     */
    boolean came(String kind, String text, Instant at, PhoneListener listener) throws InterruptedException;
}

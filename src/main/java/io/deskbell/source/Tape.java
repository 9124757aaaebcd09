package io.deskbell.source;

import java.nio.charset.StandardCharsets;

/**
 * Where a source writes down what comes in, as it came, before anything is made of it: for a telephone system that does
 * what nobody expected. Must not fail and not block for long; thread safe.
 */
public interface Tape {
    Tape NONE = new Tape() {
        @Override
        public void lineUp() {
            // Nobody asked.
        }

        @Override
        public void came(String kind, String text) {
            // Nobody asked.
        }
    };

    /** The line to the phone is up, for the first time or again. */
    void lineUp();

    /**
     * @param kind one of those the source's {@link Translator} reads
     * @param text octet by octet in Latin-1, without what is secret; numbers as they came
     */
    void came(String kind, String text);

    /** The same for text. */
    default void heard(String kind, String text) {
        came(kind, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}

package io.deskbell.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the window of the diagnosis asks of the rest of the program. All of it waits, so never on JavaFX's thread. */
public interface CheckUp {
    /** How a thing stands. */
    enum Level { WELL, NOTE, BROKEN }

    /**
     * One thing looked at.
     *
     * @param part which part, a word such as {@code dns}
     * @param words what was found and what to do; no numbers, no secrets
     */
    record Line(Level level, String part, String words) {
    }

    /** Hears what is found while it is being found. */
    interface Listener {
        void found(Line line);

        void progressed(int done, int all);
    }

    /** Looks at every part once; interrupting ends it. */
    void examine(Listener listener) throws InterruptedException;

    /** What support would be sent, of the last look. Nothing is written yet. */
    Bundle bundle() throws IOException;

    /** A bundle that can be seen before it is written. */
    interface Bundle {
        String fileName();

        List<Content> contents();

        /** @throws IOException in words for a person */
        void write(Path file) throws IOException;
    }

    /**
     * One file of a bundle.
     *
     * @param numbers so many were struck out; secrets likewise
     */
    record Content(String name, int bytes, int numbers, int secrets) {
    }
}

package io.deskbell.source;

import java.util.List;

/**
 * What a source has to know again after a restart and nobody could tell it. It may hold numbers, and nobody else may
 * read it. Any thread, one at a time; a disk that fails is not felt here.
 */
public interface Notebook {
    /** For where nothing outlives the program. */
    Notebook NONE = new Notebook() {
        @Override
        public List<String> read() {
            return List.of();
        }

        @Override
        public void write(List<String> lines) {
            // Nobody reads it.
        }
    };

    List<String> read();

    /** Returns when these lines are on disk, in the place of those before; where the disk refuses, it is tried once. */
    void write(List<String> lines);
}

package io.deskbell;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Remembers over restarts what the agent has been told already, by an empty file for each. */
final class ToldOnce {
    private final Path folder;

    ToldOnce(Path folder) {
        this.folder = folder;
    }

    /** True the first time it is asked about that word; also where nothing can be remembered. */
    boolean isNew(String word) {
        try {
            Files.createFile(folder.resolve("told-" + word));
            return true;
        } catch (FileAlreadyExistsException told) {
            return false;
        } catch (IOException forgetful) {
            return true; // Twice is better than never.
        }
    }
}

package io.deskbell;

import io.deskbell.files.PrivateFiles;
import io.deskbell.source.Notebook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A source's notes in the data folder, for the user's eyes only; no file where there is nothing to be noted. */
final class NoteFile implements Notebook {
    private static final Logger LOG = LoggerFactory.getLogger(NoteFile.class);

    private final Path file;

    NoteFile(Path data, String source) {
        file = data.resolve(source + ".notes");
    }

    @Override
    public List<String> read() {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException nothing) {
            return List.of();
        } catch (IOException unreadable) {
            LOG.debug("{} cannot be read: {}", file.getFileName(), unreadable.getClass().getSimpleName());
            return List.of();
        }
    }

    @Override
    public void write(List<String> lines) {
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            PrivateFiles.replace(file, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        } catch (IOException full) {
            LOG.debug("not noted: {}", full.getClass().getSimpleName()); // Of the disk the outbox tells.
        }
    }
}

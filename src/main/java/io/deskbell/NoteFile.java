package io.deskbell;

import io.deskbell.source.Notebook;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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

    /** All of it or nothing, also when the power fails. */
    @Override
    public void write(List<String> lines) {
        try {
            if (lines.isEmpty()) {
                Files.deleteIfExists(file);
                return;
            }
            Path beside = Files.createTempFile(file.getParent(), "notes", "", rights());
            Files.write(beside, lines, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            LOG.debug("not noted: {}", full.getClass().getSimpleName()); // Of the disk the outbox tells.
        }
    }

    private static FileAttribute<?>[] rights() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    }
}

package io.deskbell.desktop;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the user may read. On Windows the user's own folders are so by themselves. */
public final class PrivateFiles {
    private PrivateFiles() {
    }

    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, rights("rwx------"));
    }

    /** In a folder that is made where it is missing. */
    static void write(Path file, byte[] content) throws IOException {
        folder(file.getParent());
        replace(file, content);
    }

    /** All of it or nothing, also when the power fails; in a folder that is there. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), "new", "", rights("rw-------"));
        try {
            Files.write(beside, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** There is one from here on, with nobody else's rights. */
    static void touch(Path file) throws IOException {
        folder(file.getParent());
        if (Files.notExists(file)) write(file, new byte[0]);
    }

    private static FileAttribute<?>[] rights(String rights) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString(rights))} : new FileAttribute<?>[0];
    }
}

package io.deskbell.outbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files with customers' numbers in them: nobody else on this computer may read them, where rights are POSIX. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {
    }

    static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return folder; // Its rights are the business of whoever made it.
        return Files.createDirectories(folder, rights(folder, FOLDER));
    }

    /** Makes the file if it is not there; SQLite gives its side files the rights of the database. */
    static Path file(Path file) throws IOException {
        try {
            Files.createFile(file, rights(file, FILE));
        } catch (FileAlreadyExistsException known) {
            if (isPosix(file)) Files.setPosixFilePermissions(file, FILE);
        }
        return file;
    }

    private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> wanted) {
        return isPosix(path) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

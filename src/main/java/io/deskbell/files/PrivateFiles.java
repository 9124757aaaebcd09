package io.deskbell.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only the user may read. On Windows the user's own folders are so by themselves. */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {
    }

    /** One that is there keeps its rights: they are the business of whoever made it. */
    public static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) Files.createDirectories(folder, rights(folder, FOLDER));
    }

    /**
     * An empty one, in a folder that is there.
     *
     * @throws FileAlreadyExistsException where one is there already
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, rights(file, FILE));
    }

    /** There is one from here on, in a folder that is there, with nobody else's rights even if it was there before. */
    public static void claim(Path file) throws IOException {
        try {
            create(file);
        } catch (FileAlreadyExistsException known) {
            if (isPosix(file)) Files.setPosixFilePermissions(file, FILE);
        }
    }

    /** In a folder that is made where it is missing. */
    public static void write(Path file, byte[] content) throws IOException {
        folder(file.getParent());
        replace(file, content);
    }

    /** All of it or nothing, also when the power fails; in a folder that is there. */
    public static void replace(Path file, byte[] content) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), "new", "", rights(file, FILE));
        try {
            Files.write(beside, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** There is one from here on, with nobody else's rights. */
    public static void touch(Path file) throws IOException {
        folder(file.getParent());
        if (Files.notExists(file)) write(file, new byte[0]);
    }

    private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> wanted) {
        return isPosix(path) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The program's own jar, its libraries, and the one native library they need.
 *
 * <p>SQLite's jar carries a library for every platform and unpacks one into the temporary folder at each start.
 * Here the right one lies beside the jar, ready to load, and the others stay at home.
 */
final class AppFolder {
    /** The start-up cache compares the jars' times; an even second survives every archive format. */
    private static final FileTime FIXED = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final String SQLITE_NATIVES = "org/sqlite/native/";

    private final Path folder;

    AppFolder(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** The program first: the order is part of what the start-up cache remembers. */
    List<Path> jars() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted((a, b) -> rank(a).compareTo(rank(b))).toList();
        }
    }

    void fill(Path jar, List<Path> libraries) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder.resolve("native"));
        Files.copy(jar, folder.resolve("deskbell.jar"));
        for (Path library : libraries) {
            Path target = folder.resolve(library.getFileName());
            if (library.getFileName().toString().startsWith("sqlite-jdbc")) {
                shipSqlite(library, target);
            } else {
                Files.copy(library, target);
            }
        }
        for (Path file : jars()) {
            Files.setLastModifiedTime(file, FIXED);
        }
    }

    private void shipSqlite(Path source, Path target) throws IOException {
        String mine = SQLITE_NATIVES + sqlitePlatform() + "/";
        try (ZipFile from = new ZipFile(source.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                boolean isFile = !entry.isDirectory();
                try (InputStream content = from.getInputStream(entry)) {
                    if (isFile && entry.getName().startsWith(mine)) {
                        Files.copy(content, folder.resolve("native").resolve(entry.getName().substring(mine.length())));
                    } else if (isFile && !entry.getName().startsWith(SQLITE_NATIVES)) {
                        to.putNextEntry(new ZipEntry(entry));
                        content.transferTo(to);
                    }
                }
            }
        }
    }

    private static String sqlitePlatform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("windows") ? "Windows" : os.startsWith("mac") ? "Mac" : "Linux";
        return system + "/" + (System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64");
    }

    private static String rank(Path jar) {
        String name = jar.getFileName().toString();
        return (name.equals("deskbell.jar") ? "0" : "1") + name;
    }
}

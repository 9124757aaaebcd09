import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The program's own jar, its libraries, and the native libraries they need.
 *
 * <p>SQLite's and JNA's jars carry a library for every platform and unpack one into the temporary folder at each start.
 * Here the right ones lie beside the jars, ready to load, and the others stay at home.
 */
final class AppFolder {
    /** The start-up cache compares the jars' times; an even second survives every archive format. */
    private static final FileTime FIXED = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private static final List<NativeLibrary> NATIVES = List.of(NativeLibrary.SQLITE, NativeLibrary.JNA);

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
            String name = library.getFileName().toString();
            Optional<NativeLibrary> carried = NATIVES.stream().filter(it -> it.isIn(name)).findFirst();
            if (carried.isPresent()) ship(library, carried.get());
            else Files.copy(library, folder.resolve(name));
        }
        for (Path file : jars()) {
            Files.setLastModifiedTime(file, FIXED);
        }
    }

    private void ship(Path library, NativeLibrary carried) throws IOException {
        Path target = folder.resolve(library.getFileName());
        Path natives = folder.resolve("native");
        try (ZipFile from = new ZipFile(library.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Enumeration<? extends ZipEntry> all = from.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                if (entry.isDirectory()) continue;
                String name = entry.getName();
                try (InputStream content = from.getInputStream(entry)) {
                    if (carried.isMine(name)) {
                        Files.copy(content, natives.resolve(name.substring(name.lastIndexOf('/') + 1)));
                    } else if (!carried.isNative(name)) {
                        to.putNextEntry(new ZipEntry(entry));
                        content.transferTo(to);
                    }
                }
            }
        }
    }

    private static String rank(Path jar) {
        String name = jar.getFileName().toString();
        return (name.equals("deskbell.jar") ? "0" : "1") + name;
    }
}

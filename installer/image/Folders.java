import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Removing folders, which the JDK leaves to its users. */
final class Folders {
    private Folders() {
    }

    static void delete(Path start) throws IOException {
        if (Files.notExists(start)) return;
        List<Path> deepestFirst;
        try (var files = Files.walk(start)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}

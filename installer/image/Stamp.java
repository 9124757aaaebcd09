import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Remembers what something was made from; current while that is still the same. */
final class Stamp {
    private final Path file;
    private final String madeFrom;

    Stamp(Path file, String madeFrom) {
        this.file = file;
        this.madeFrom = madeFrom;
    }

    boolean isCurrent() throws IOException {
        return Files.exists(file) && Files.readString(file).equals(madeFrom);
    }

    /** Before the work, so that a build broken off half-way is done again. */
    void clear() throws IOException {
        Files.deleteIfExists(file);
    }

    void set() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, madeFrom);
    }

    static String describe(List<Path> files) {
        return files.stream().map(file -> file.getFileName() + " " + digest(file) + "\n").collect(Collectors.joining());
    }

    private static String digest(Path file) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(sum);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

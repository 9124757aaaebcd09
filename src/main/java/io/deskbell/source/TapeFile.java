package io.deskbell.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A tape in a file that {@code deskbell replay} plays. Begun anew with each start, for the user's eyes only, and never
 * longer than can be replayed. A disk that fails ends the recording, not the watching.
 */
public final class TapeFile implements Tape {
    static final long MOST_BYTES = 9 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TapeFile.class);

    private final Path file;
    private final String source;
    private final UnaryOperator<String> masking;
    private final Clock clock;
    private final Instant begun;
    private long bytes;
    private boolean over;

    /**
     * @param source whose words these are
     * @param head settings of the desk, as recordings begin with
     * @param masking makes numbers unknowable, or leaves all as it is
     */
    public TapeFile(Path file, String source, String head, UnaryOperator<String> masking, Clock clock) {
        this.file = file;
        this.source = source;
        this.masking = masking;
        this.clock = clock;
        this.begun = clock.instant();
        begin("# Recorded by Deskbell from " + source + ", " + begun + "\n" + head + "--- in\n");
    }

    @Override
    public void lineUp() {
        write(moment() + " " + source + "/line-up\n");
    }

    @Override
    public void came(String kind, String text) {
        String masked = masking.apply(text);
        Optional<String> plain = readable(masked);
        write(moment() + " " + source + "/" + kind + (plain.isPresent() ? "" : " bytes") + " <<<\n"
                + plain.map(read -> read.replace("\r", "").stripTrailing()).orElseGet(() -> escaped(masked))
                + "\n>>>\n");
    }

    /** As text, if a text file keeps it as it is. */
    private static Optional<String> readable(String octets) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(octets.getBytes(StandardCharsets.ISO_8859_1))).toString();
            boolean kept = text.chars().noneMatch(c -> c < ' ' && c != '\r' && c != '\n' && c != '\t')
                    && text.lines().noneMatch(">>>"::equals);
            return kept ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException anotherEncoding) {
            return Optional.empty();
        }
    }

    /** The body's octets as escapes, for those that no text file would keep; see the reader of recordings. */
    private static String escaped(String octets) {
        String lines = octets.replace("\r\n", "\n");
        int blank = lines.indexOf("\n\n");
        String head = blank < 0 ? lines : lines.substring(0, blank);
        StringBuilder body = new StringBuilder();
        (blank < 0 ? "" : lines.substring(blank + 2)).chars().forEach(c -> {
            boolean asItIs = c >= ' ' && c <= '~' && c != '\\' && c != '>';
            body.append(asItIs ? String.valueOf((char) c) : String.format("\\x%02X", c & 0xFF));
        });
        return head.replaceAll("[^\\x20-\\x7E\\n]", "?") + "\n\n" + body;
    }

    private String moment() {
        return String.format(Locale.ROOT, "%.3f", Duration.between(begun, clock.instant()).toMillis() / 1000.0);
    }

    private void begin(String head) {
        try {
            Files.deleteIfExists(file);
            boolean posix = file.toAbsolutePath().getFileSystem().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createFile(file, PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------")));
            }
            write(head);
        } catch (IOException failed) {
            stop("cannot be written: " + failed);
        }
    }

    private void write(String text) {
        if (over) return;
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        bytes += octets.length;
        if (bytes > MOST_BYTES) {
            stop("is full");
            return;
        }
        try {
            Files.write(file, octets, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            stop("cannot be written: " + failed.getClass().getSimpleName());
        }
    }

    private void stop(String why) {
        over = true;
        LOG.warn("{}: the recording {} {}; recording ends, watching goes on", source, file.getFileName(), why);
    }
}

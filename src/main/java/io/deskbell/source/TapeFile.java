package io.deskbell.source;

import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recording that {@code deskbell replay} plays, with a tape for each source. Begun anew when the first line comes up,
 * for the user's eyes only, and never longer than can be replayed. A disk that fails ends the recording, not the
 * watching.
 */
public final class TapeFile {
    static final long MOST_BYTES = 9 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(TapeFile.class);

    private final Path file;
    private final UnaryOperator<String> masking;
    private final Clock clock;
    private final String head;
    private Instant begun = Instant.MIN;
    private long bytes;
    private boolean over;

    /**
     * @param head settings of the desk, as recordings begin with
     * @param masking makes numbers unknowable, or leaves all as it is
     */
    public TapeFile(Path file, String head, UnaryOperator<String> masking, Clock clock) {
        this.file = file;
        this.masking = masking;
        this.clock = clock;
        this.head = head;
    }

    /** @param source whose words come on it */
    public Tape of(String source) {
        return new Tape() {
            @Override
            public void lineUp() {
                write(source, "line-up\n");
            }

            @Override
            public void came(String kind, String text) {
                write(source, kind + TapeText.written(masked(text)));
            }
        };
    }

    private synchronized String masked(String text) {
        return masking.apply(text);
    }

    private synchronized void write(String source, String what) {
        if (begun.equals(Instant.MIN)) begin();
        String moment = String.format(Locale.ROOT, "%.3f",
                Duration.between(begun, clock.instant()).toMillis() / 1000.0);
        write(moment + " " + source + "/" + what);
    }

    private void begin() {
        begun = clock.instant();
        try {
            Files.deleteIfExists(file);
            PrivateFiles.create(file);
            write("# Recorded by Deskbell, " + begun + "\n" + head + "--- in\n");
        } catch (IOException failed) {
            stop(cannot(failed));
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
            stop(cannot(failed));
        }
    }

    /** The system's own words are no more than the path, in most cases. */
    private static String cannot(IOException failed) {
        String why = switch (failed) {
            case NoSuchFileException missing -> "its folder is not there";
            case AccessDeniedException denied -> "this user may not write there";
            case DirectoryNotEmptyException full -> "it is a folder";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> failed.getClass().getSimpleName() + " " + failed.getMessage();
        };
        return "cannot be written: " + why + "; name another file with record";
    }

    private void stop(String why) {
        over = true;
        LOG.warn("the recording {} {}; recording ends, watching goes on", file.getFileName(), why);
    }
}

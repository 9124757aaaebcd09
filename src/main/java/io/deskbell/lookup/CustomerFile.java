package io.deskbell.lookup;

import io.deskbell.call.NumberPlan;
import io.deskbell.call.PhoneNumber;
import io.deskbell.config.LookupSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of customers, read anew when the file has changed and then been left alone: a list that is being written is
 * not read halfway, and while it is missing or cannot be read the one before holds. Looked at every few seconds rather
 * than watched, because network drives tell nobody of changes. {@link #find} may be called by any thread.
 */
final class CustomerFile {
    static final Duration QUIET = Duration.ofSeconds(2);
    /** A last line without an end may still be being written. */
    static final Duration QUIET_MID_LINE = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(CustomerFile.class);

    private final LookupSettings.Csv settings;
    private final NumberPlan plan;
    private final Clock clock;
    private final Trouble trouble = new Trouble("the list");
    private final CompletableFuture<Void> firstLook = new CompletableFuture<>();
    private volatile Optional<CustomerList> list = Optional.empty();
    private Optional<Stamp> taken = Optional.empty(); // The rest is the looking thread's own.
    private Optional<Stamp> changing = Optional.empty();
    private Instant unchangedSince = Instant.MIN;

    /** What tells one state of the file from another. */
    private record Stamp(FileTime modified, long size) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(found.lastModifiedTime(), found.size());
        }
    }

    CustomerFile(LookupSettings.Csv settings, NumberPlan plan, Clock clock) {
        this.settings = settings;
        this.plan = plan;
        this.clock = clock;
    }

    CompletableFuture<Void> firstLook() {
        return firstLook;
    }

    /** Complete as soon as the file has been looked at for the first time. */
    CompletableFuture<Found> find(PhoneNumber number) {
        return firstLook.thenApply(looked -> list.map(read -> read.table().find(number)).orElse(Found.NOTHING));
    }

    /** Reads the file if it is another one than before, and is not being written. On one thread at a time. */
    void look() {
        try {
            lookFor(Stamp.of(settings.file()));
        } catch (IOException away) {
            changing = Optional.empty();
            if (taken.isPresent() || !firstLook.isDone()) {
                trouble.is(LookupReason.MISSING.of(settings.file()));
                taken = Optional.empty();
            }
        } finally {
            firstLook.complete(null);
        }
    }

    private void lookFor(Stamp now) throws IOException {
        if (taken.equals(Optional.of(now))) {
            changing = Optional.empty();
            return;
        }
        boolean first = !firstLook.isDone();
        if (!first && !isLeftAlone(now)) return;
        try {
            CustomerList read = ListReader.read(settings, plan);
            if (!Stamp.of(settings.file()).equals(now)) return; // Written meanwhile: the next look begins anew.
            take(read);
        } catch (UnusableListException unusable) {
            trouble.is(unusable.reason());
        }
        taken = Optional.of(now);
        changing = Optional.empty();
    }

    private boolean isLeftAlone(Stamp now) throws IOException {
        Instant moment = clock.instant();
        if (!changing.equals(Optional.of(now))) {
            changing = Optional.of(now);
            unchangedSince = moment;
        }
        Duration quiet = endsInMidLine() ? QUIET_MID_LINE : QUIET;
        return !moment.isBefore(unchangedSince.plus(quiet));
    }

    private boolean endsInMidLine() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(settings.file().toFile(), "r")) {
            long size = file.length();
            if (size == 0) return true;
            file.seek(size - 1);
            int last = file.read();
            return last != '\n' && last != '\r' && last != 0; // UTF-16 ends in a zero.
        }
    }

    private void take(CustomerList read) {
        trouble.isOver();
        LOG.info("{}: {} numbers in {} lines; {} lines refused, {} numbers belong to several customers",
                settings.file().getFileName(), read.table().size(), read.lines(), read.refused(), read.shared());
        if (read.refused() > 0) {
            LOG.warn("{}: {}{}", settings.file().getFileName(), read.why().getFirst().english(),
                    read.refused() == 1 ? "" : "; more lines are named by deskbell doctor");
        }
        list = Optional.of(read);
    }
}

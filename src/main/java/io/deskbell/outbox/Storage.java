package io.deskbell.outbox;

import io.deskbell.call.Registration;
import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data folder, opened: the outbox and the call log in one database, for one program at a time. What is in it may
 * be used until it is closed.
 */
public final class Storage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Storage.class);

    private final FolderLock lock;
    private final Outbox outbox;
    private final CallLog log;
    private final Retention retention;
    private final List<Registration> openRegistrations;

    private Storage(FolderLock lock, Outbox outbox, CallLog log, Retention retention,
                    List<Registration> openRegistrations) {
        this.lock = lock;
        this.outbox = outbox;
        this.log = log;
        this.retention = retention;
        this.openRegistrations = openRegistrations;
    }

    /**
     * Opens what is there, or begins it. A damaged database is put aside and a new one begun.
     *
     * @throws IOException in words for a person: another program uses the folder, or it cannot be written
     */
    public static Storage open(Path folder, Clock clock) throws IOException {
        FolderLock lock = lock(folder);
        try {
            return read(lock, new DatabaseFile(folder, clock), clock);
        } catch (IOException unusable) {
            lock.close();
            throw unusable;
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        try {
            PrivateFiles.folder(folder);
            return FolderLock.take(folder);
        } catch (FileSystemException unusable) { // Its own words are no more than the path.
            String why = switch (unusable) {
                case AccessDeniedException denied -> "this user may not write there";
                case FileAlreadyExistsException file -> "it is a file";
                default -> Optional.ofNullable(unusable.getReason()).orElse(unusable.getClass().getSimpleName());
            };
            throw new IOException("the data folder " + folder + " cannot be used, " + why
                    + ": name another with --data", unusable);
        }
    }

    private static Storage read(FolderLock lock, DatabaseFile file, Clock clock) throws IOException {
        SqliteDisk disk = SqliteDisk.open(file, clock);
        try {
            List<Registration> open = disk.lastOfOpenCalls().stream().map(Entry::registration)
                    .filter(last -> last.kind() != Registration.Kind.DISCONNECTED).toList();
            Outbox.Stored stored = new Outbox.Stored(disk.lastNumber(), disk.waiting(), disk.setAside());
            return new Storage(lock, new Outbox(disk, stored, clock), new CallLog(file),
                    new Retention(file), open);
        } catch (IOException unreadable) {
            disk.close();
            throw unreadable;
        }
    }

    public Outbox outbox() {
        return outbox;
    }

    public CallLog log() {
        return log;
    }

    /** What was last recorded of the calls that were going on when an earlier run stopped. */
    public List<Registration> openRegistrations() {
        return openRegistrations;
    }

    /**
     * Deletes calls that ended before, and what was told of them, a few at a time.
     *
     * @return how many
     */
    public int forgetBefore(Instant moment) throws IOException {
        int forgotten = 0;
        Retention.Deleted some = retention.deleteSome(moment);
        while (some.calls() > 0) {
            forgotten += some.calls();
            outbox.forgotten(some.setAside());
            some = retention.deleteSome(moment);
        }
        return forgotten;
    }

    @Override
    public void close() throws IOException {
        int lost = outbox.close();
        if (lost > 0) LOG.error("the disk took nothing to the end: {} changes are lost", lost);
        lock.close();
    }
}

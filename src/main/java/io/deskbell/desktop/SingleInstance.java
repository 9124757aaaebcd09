package io.deskbell.desktop;

import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One companion for each user (and data folder). Who comes first listens on the loopback; who comes later hands over
 * what it was asked to do. The first one's port and password stand in a file only the user may read.
 *
 * <pre>
 * instance.lock     locked as long as the first one lives; the system lets go of it in a crash
 * instance.address  "port password"; believed only while the lock is held, so a stale one misleads nobody
 * </pre>
 *
 * <p>The outbox has a lock of its own ({@code deskbell.lock}): that one keeps every program, doctor and demo too, from
 * writing the same database; this one says whether there is somebody to talk to.
 */
public final class SingleInstance {
    static final String LOCK = "instance.lock";
    static final String ADDRESS = "instance.address";
    /** The first one may still be on its way from the lock to the address. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private SingleInstance() {
    }

    /** What a claim comes to. */
    public sealed interface Claim {
    }

    /** We are the first. Until {@link #listen} is called, later ones wait for us, two seconds at most. */
    public static final class First implements Claim, AutoCloseable {
        private final FileChannel lock;
        private final Path folder;
        private Doorkeeper doorkeeper;

        private First(FileChannel lock, Path folder) {
            this.lock = lock;
            this.folder = folder;
        }

        /** From here on requests of later ones are answered, each on a thread of its own. Called once. */
        public synchronized void listen(Requests requests) throws IOException {
            doorkeeper = Doorkeeper.open(requests);
            doorkeeper.address().write(folder.resolve(ADDRESS));
        }

        /** Frees the place. What fails is left to the end of the program. */
        @Override
        public synchronized void close() {
            try {
                if (doorkeeper != null) doorkeeper.close();
                PrivateFiles.write(folder.resolve(ADDRESS), new byte[0]);
                lock.close();
            } catch (IOException left) {
                // The system frees it. No log here: setting one up would cost a later start its tenth of a second.
            }
        }
    }

    /** Somebody is there already. */
    public static final class Later implements Claim {
        private final Path folder;

        private Later(Path folder) {
            this.folder = folder;
        }

        /**
         * Hands over what we were asked to do.
         *
         * @throws IOException in words for a person: the first one does not answer
         */
        public Reply ask(List<String> words) throws IOException, InterruptedException {
            return ask(words, PATIENCE);
        }

        /** The same for what takes its time. */
        public Reply ask(List<String> words, Duration patience) throws IOException, InterruptedException {
            return new Visitor(folder.resolve(ADDRESS), patience).ask(words);
        }
    }

    /** The one that has the place, if any, for who does not want it: makes no folder and no file. */
    public static Optional<Later> running(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) return Optional.empty();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return isFree(channel) ? Optional.empty() : Optional.of(new Later(folder));
        }
    }

    /** @throws IOException in words for a person: the folder cannot be used */
    public static Claim claim(Path folder) throws IOException {
        try {
            return claimed(folder);
        } catch (IOException unusable) {
            throw new IOException("the data folder " + folder + " cannot be used: it is no folder, or not yours to "
                    + "write in, or the disk is full; name another with --data", unusable);
        }
    }

    private static Claim claimed(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        PrivateFiles.touch(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (!isFree(channel)) {
            channel.close();
            return new Later(folder);
        }
        PrivateFiles.write(folder.resolve(ADDRESS), new byte[0]); // What a crash left behind.
        return new First(channel, folder);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProgram) {
            return false;
        }
    }
}

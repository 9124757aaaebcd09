package io.deskbell.outbox;

import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Sees to it that one program at a time uses a data folder. The system lets go of it when the program dies. */
final class FolderLock implements AutoCloseable {
    static final String FILE = "deskbell.lock";

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException in words for a person, when another program has it */
    static FolderLock take(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        PrivateFiles.claim(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        if (!isFree(channel)) {
            channel.close();
            throw new IOException("Deskbell is already running with the folder " + folder
                    + ": close it first, or give this one another folder with --data");
        }
        return new FolderLock(channel);
    }

    private static boolean isFree(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException sameProgram) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

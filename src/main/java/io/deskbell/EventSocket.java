package io.deskbell;

import io.deskbell.source.intake.IntakeSource;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events of the user's own hooks through a socket file that nobody else can reach, so that they need no token and
 * cannot be answered by a stranger: {@code bin/deskbell-event} on Linux and macOS. By HTTP, which curl speaks. Where
 * there is none, the script goes by {@code deskbell event}.
 */
final class EventSocket implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(EventSocket.class);
    private static final Set<PosixFilePermission> USER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final ServerSocketChannel door;
    private final Path file;
    private final Supplier<Optional<IntakeSource>> intake;

    private EventSocket(ServerSocketChannel door, Path file, Supplier<Optional<IntakeSource>> intake) {
        this.door = door;
        this.file = file;
        this.intake = intake;
    }

    /**
     * Called by the one Deskbell of this data folder only: what a crash left there is removed.
     *
     * @param intake of now: settings may change
     * @return empty where the system has no such sockets, or the folder's path is too long for one
     */
    static Optional<EventSocket> open(Path data, Supplier<Optional<IntakeSource>> intake) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return Optional.empty();
        try {
            EventSocket socket = bound(file(data), intake);
            Thread.ofVirtual().name("event-door").start(socket::accept);
            return Optional.of(socket);
        } catch (IOException unusable) {
            LOG.debug("no socket for events: {}", unusable.getMessage());
            return Optional.empty();
        }
    }

    /** The script looks for it there. */
    static Path file(Path data) {
        return data.resolve("event").resolve("socket");
    }

    private static EventSocket bound(Path file, Supplier<Optional<IntakeSource>> intake) throws IOException {
        Path folder = file.getParent(); // Its rights are there before the socket is.
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(USER_ONLY));
        Files.setPosixFilePermissions(folder, USER_ONLY);
        Files.deleteIfExists(file);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            door.bind(UnixDomainSocketAddress.of(file));
        } catch (IOException tooLong) {
            door.close();
            throw tooLong;
        }
        return new EventSocket(door, file, intake);
    }

    private void accept() {
        try {
            while (true) {
                SocketChannel visitor = door.accept();
                Thread.ofVirtual().name("event").start(() -> attend(visitor));
            }
        } catch (IOException closed) {
            LOG.debug("the socket for events is closed");
        }
    }

    /** Where the intake is off, the script hears nothing and asks the slow way, which says what to change. */
    private void attend(SocketChannel visitor) {
        try (visitor) {
            Optional<IntakeSource> now = intake.get();
            if (now.isEmpty()) return;
            now.get().converse(Channels.newInputStream(visitor), Channels.newOutputStream(visitor));
        } catch (IOException gone) {
            LOG.debug("a hook left");
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        Files.deleteIfExists(file);
    }
}

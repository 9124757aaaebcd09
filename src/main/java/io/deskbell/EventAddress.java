package io.deskbell;

import io.deskbell.config.IntakeSettings;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Leaves the intake's address, token and all, in a file for {@code bin/deskbell-event}; only the user may read it. */
final class EventAddress {
    private static final String FILE = "event.address";

    private EventAddress() {
    }

    static void write(Path data, Optional<IntakeSettings> intake) throws IOException {
        remove(data);
        if (intake.isEmpty()) return;
        Path file = data.resolve(FILE);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, url(intake.get(), local(intake.get())) + "\n");
    }

    static void remove(Path data) {
        try {
            Files.deleteIfExists(data.resolve(FILE));
        } catch (IOException left) {
            // Nobody answers at a stale address, which the script says.
        }
    }

    /** Where this computer itself reaches the intake. */
    static String local(IntakeSettings intake) throws IOException {
        InetAddress bound = InetAddress.getByName(intake.bind());
        return bound.isAnyLocalAddress() ? "127.0.0.1" : intake.bind();
    }

    static String url(IntakeSettings intake, String address) throws IOException {
        boolean six = InetAddress.getByName(address) instanceof Inet6Address;
        return "http://" + (six ? "[" + address + "]" : address) + ":" + intake.port() + "/"
                + intake.token().reveal();
    }
}

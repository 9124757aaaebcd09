package io.deskbell.ui.tray;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A D-Bus of the test's own (Debian: dbus-daemon). */
final class PrivateBus implements AutoCloseable {
    private final Started daemon;
    private final String address;

    PrivateBus(Path emptyFolder) throws IOException {
        daemon = Started.start(Map.of(), List.of(Debian.program("dbus-daemon", "dbus-daemon"), "--session", "--nofork",
                "--nopidfile", "--print-address=1", "--address=unix:path=" + emptyFolder.resolve("bus")));
        address = daemon.line();
    }

    String address() {
        return address;
    }

    Machine machine() {
        return new Machine(OperatingSystem.LINUX, Map.of("DBUS_SESSION_BUS_ADDRESS", address), Path.of("/"), false);
    }

    DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address).withShared(false).build();
    }

    @Override
    public void close() {
        daemon.close();
    }
}

package io.deskbell.ui.tray;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;

/** A D-Bus of the test's own (Debian: dbus-daemon). */
final class PrivateBus implements AutoCloseable {
    private final Started daemon;
    private final Map<String, String> environment;

    /** Programs that the bus starts, and those given its environment, keep their files in the folder. */
    PrivateBus(Path emptyFolder) throws IOException {
        String home = emptyFolder.toString();
        Map<String, String> own = new HashMap<>(Map.of("HOME", home, "XDG_CONFIG_HOME", home, "XDG_CACHE_HOME", home,
                "XDG_DATA_HOME", home, "NO_AT_BRIDGE", "1"));
        daemon = Started.start(own, List.of(Debian.program("dbus-daemon", "dbus-daemon"), "--session", "--nofork",
                "--nopidfile", "--print-address=1", "--address=unix:path=" + emptyFolder.resolve("bus")));
        own.put("DBUS_SESSION_BUS_ADDRESS", daemon.line());
        environment = Map.copyOf(own);
    }

    String address() {
        return environment.get("DBUS_SESSION_BUS_ADDRESS");
    }

    Map<String, String> environment() {
        return environment;
    }

    Machine machine() {
        return new Machine(OperatingSystem.LINUX, environment, Path.of("/"), false);
    }

    DBusConnection connect() throws DBusException {
        return DBusConnectionBuilder.forAddress(address()).withShared(false).build();
    }

    @Override
    public void close() {
        daemon.close();
    }
}

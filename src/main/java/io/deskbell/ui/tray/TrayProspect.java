package io.deskbell.ui.tray;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;

/** Whether an icon could be shown here, for a diagnosis: shows none. */
public final class TrayProspect {
    private static final String WATCHER = "org.kde.StatusNotifierWatcher";

    private TrayProspect() {
    }

    /**
     * What would show the icon.
     *
     * @throws IOException in words for a person: nothing would, and why
     */
    public static String of(Machine machine) throws IOException {
        if (machine.system() != OperatingSystem.LINUX) return "the system's tray";
        Optional<String> bus = SessionBus.address(machine);
        if (bus.isPresent() && hasWatcher(bus.get())) return "a panel with StatusNotifierItem, over D-Bus";
        boolean screen = !machine.environment().getOrDefault("DISPLAY", "").isBlank();
        if (screen && !machine.environment().getOrDefault("XDG_CURRENT_DESKTOP", "").contains("GNOME")) {
            return "an older panel (XEmbed), if one runs; else the window has all that the menu has";
        }
        throw new IOException(bus.isEmpty() ? "there is no D-Bus session here"
                : "no panel here shows such icons; on GNOME the extension AppIndicator does");
    }

    private static boolean hasWatcher(String address) throws IOException {
        try (DBusConnection connection = DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
            return connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class)
                    .NameHasOwner(WATCHER);
        } catch (DBusException | DBusExecutionException silent) {
            throw new IOException("the session's D-Bus does not answer: " + silent.getMessage(), silent);
        }
    }
}

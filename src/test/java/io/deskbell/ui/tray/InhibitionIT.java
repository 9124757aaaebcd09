package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Do not disturb as Plasma and Xfce tell it, on a bus of the test's own. Debian: dbus-daemon, xfconf. */
@Timeout(30)
class InhibitionIT {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;
    private PrivateBus bus;

    @BeforeEach
    void startTheBus() throws IOException {
        bus = new PrivateBus(folder);
    }

    @AfterEach
    void stopTheBus() {
        if (bus != null) bus.close();
    }

    @Test
    void plasmaTellsAsOftenAsItIsAsked() throws Exception {
        Inhibition inhibition = Inhibition.of(bus.machine(), PATIENCE);
        assertFalse(inhibition.isOn(), "nobody shows notifications here");
        try (DBusConnection connection = bus.connect()) {
            Plasma plasma = new Plasma();
            connection.exportObject("/org/freedesktop/Notifications", plasma);
            connection.requestBusName(NAME);
            assertFalse(inhibition.isOn());
            plasma.inhibited = true;
            assertTrue(inhibition.isOn());
            plasma.knowsTheProperty = false;
            assertFalse(inhibition.isOn(), "another service has no such property");
        }
    }

    @Test
    void xfceTellsWhatItsSwitchIs() throws Exception {
        String query = Debian.program("xfconf-query", "xfconf");
        Map<String, String> environment = new HashMap<>(bus.environment());
        environment.put("XDG_CURRENT_DESKTOP", "XFCE");
        Inhibition inhibition = Inhibition.of(new Machine(OperatingSystem.LINUX, environment, folder, false), PATIENCE);
        assertFalse(inhibition.isOn());
        try (DBusConnection connection = bus.connect()) {
            DBus names = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            assertFalse(names.NameHasOwner("org.xfce.Xfconf"), "asking starts nothing");
        }
        xfconf(query, "--property", "/notify-location", "--create", "--type", "int", "--set", "2");
        assertFalse(inhibition.isOn(), "never touched");
        xfconf(query, "--property", "/do-not-disturb", "--create", "--type", "bool", "--set", "true");
        assertTrue(inhibition.isOn());
        xfconf(query, "--property", "/do-not-disturb", "--set", "false");
        assertFalse(inhibition.isOn());
        awaitEndOfSettings();
    }

    /** Xfce's settings daemon writes its file once more when its bus ends: into a folder that is not to be there. */
    private void awaitEndOfSettings() throws Exception {
        ProcessHandle settings;
        try (DBusConnection connection = bus.connect()) {
            DBus names = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            settings = ProcessHandle.of(names.GetConnectionUnixProcessID("org.xfce.Xfconf").longValue()).orElseThrow();
        }
        bus.close();
        settings.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whereNoBusAnswersTheAgentMayBeDisturbed() {
        Machine gone = new Machine(OperatingSystem.LINUX, Map.of("DBUS_SESSION_BUS_ADDRESS",
                "unix:path=" + folder.resolve("nobody")), folder, false);
        assertFalse(Inhibition.of(gone, PATIENCE).isOn());
        assertFalse(Inhibition.of(new Machine(OperatingSystem.LINUX, Map.of(), folder, false)).isOn());
    }

    private void xfconf(String query, String... asked) throws IOException {
        List<String> command = new ArrayList<>(List.of(query, "--channel", "xfce4-notifyd"));
        command.addAll(List.of(asked));
        assertEquals("", Started.run(bus.environment(), command));
    }

    /** What dbus-java wants to export. */
    @DBusInterfaceName(NAME)
    public interface Notifications extends DBusInterface {
    }

    /** The one property of it that matters. */
    private static final class Plasma implements Notifications, Properties {
        private volatile boolean inhibited;
        private volatile boolean knowsTheProperty = true;

        @Override
        public String getObjectPath() {
            return "/org/freedesktop/Notifications";
        }

        @Override
        @SuppressWarnings("unchecked")
        public <A> A Get(String interfaceName, String property) {
            if (!knowsTheProperty) throw new org.freedesktop.dbus.errors.UnknownProperty(property);
            return (A) Boolean.valueOf(inhibited);
        }

        @Override
        public <A> void Set(String interfaceName, String property, A value) {
            throw new UnsupportedOperationException("nobody sets it");
        }

        @Override
        public Map<String, Variant<?>> GetAll(String interfaceName) {
            return Map.of("Inhibited", new Variant<>(inhibited));
        }
    }
}

package io.deskbell.ui.tray;

import io.deskbell.desktop.DoNotDisturb;
import io.deskbell.desktop.Machine;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.interfaces.Properties;

/**
 * What a desktop tells over D-Bus. KDE Plasma: the property Inhibited of its notification service, true while the
 * agent, a presentation or a shared screen wants quiet (5.20 and later). Xfce: the switch of xfce4-notifyd among its
 * settings. Others have neither; no service is started by asking.
 */
public final class Inhibition implements DoNotDisturb {
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";

    private final Optional<String> bus;
    private final boolean xfce;
    private final Duration patience;

    private Inhibition(Machine machine, Duration patience) {
        this.bus = SessionBus.address(machine);
        String desktop = machine.environment().getOrDefault("XDG_CURRENT_DESKTOP", "");
        this.xfce = desktop.toUpperCase(Locale.ROOT).contains("XFCE");
        this.patience = patience;
    }

    public static Inhibition of(Machine machine) {
        return new Inhibition(machine, PATIENCE);
    }

    /** One that waits longer for its answer. */
    static Inhibition of(Machine machine, Duration patience) {
        return new Inhibition(machine, patience);
    }

    /** A connection lasts as long as the question: calls are rare, and none is kept for them. */
    @Override
    public boolean isOn() {
        if (bus.isEmpty()) return false;
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("do-not-disturb").start(() -> answer.complete(ask(bus.get())));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unknown) {
            return false; // Better a toast too many than a call unseen.
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean ask(String address) {
        try (DBusConnection connection = DBusConnectionBuilder.forAddress(address).withShared(false).build()) {
            DBus itself = connection.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            if (!itself.NameHasOwner(xfce ? Xfconf.NAME : NAME)) return false;
            return Boolean.TRUE.equals(xfce ? xfceSwitch(connection) : inhibited(connection));
        } catch (DBusException | DBusExecutionException | IOException unknown) {
            return false;
        }
    }

    private static Object inhibited(DBusConnection connection) throws DBusException {
        return connection.getRemoteObject(NAME, PATH, Properties.class).Get(NAME, "Inhibited");
    }

    /** An error where it was never touched. */
    private static Object xfceSwitch(DBusConnection connection) throws DBusException {
        return connection.getRemoteObject(Xfconf.NAME, Xfconf.PATH, Xfconf.class)
                .GetProperty("xfce4-notifyd", "/do-not-disturb").getValue();
    }
}

package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.freedesktop.dbus.types.Variant;

/** A panel that shows nothing and does what a test wants. */
final class ScriptedPanel implements StatusNotifierWatcher, AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final DBusConnection connection;
    private final BlockingQueue<String> registered = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> signals = new LinkedBlockingQueue<>();

    ScriptedPanel(PrivateBus bus) throws DBusException {
        connection = bus.connect();
        connection.exportObject(PATH, this);
        hear(StatusNotifierItem.NewIcon.class);
        hear(StatusNotifierItem.NewAttentionIcon.class);
        hear(StatusNotifierItem.NewToolTip.class);
        hear(StatusNotifierItem.NewStatus.class);
        hear(DbusMenu.LayoutUpdated.class);
        connection.requestBusName(NAME);
    }

    @Override
    public void RegisterStatusNotifierItem(String service) {
        registered.add(service);
    }

    /** The bus name of the next icon that makes itself known. */
    String nextIcon() throws InterruptedException {
        return next(registered);
    }

    /** The name of the next signal that arrives. */
    String nextSignal() throws InterruptedException {
        return next(signals);
    }

    boolean hasOtherIcons() {
        return !registered.isEmpty();
    }

    Map<String, Variant<?>> properties(String icon) throws DBusException {
        return connection.getRemoteObject(icon, "/StatusNotifierItem", Properties.class)
                .GetAll("org.kde.StatusNotifierItem");
    }

    Object property(String icon, String name) throws DBusException {
        return connection.getRemoteObject(icon, "/StatusNotifierItem", Properties.class)
                .<Object>Get("org.kde.StatusNotifierItem", name);
    }

    StatusNotifierItem item(String icon) throws DBusException {
        return connection.getRemoteObject(icon, "/StatusNotifierItem", StatusNotifierItem.class);
    }

    DbusMenu menu(String icon) throws DBusException {
        return connection.getRemoteObject(icon, "/MenuBar", DbusMenu.class);
    }

    void click(String icon, int id) throws DBusException {
        menu(icon).Event(id, "clicked", new Variant<>(0), new UInt32(0));
    }

    /** The id of the item with this text. */
    int idOf(String icon, String text) throws DBusException {
        List<DbusMenu.Item> items = menu(icon).GetGroupProperties(List.of(), List.of("label"));
        return items.stream().filter(item -> item.properties().containsKey("label"))
                .filter(item -> text.equals(item.properties().get("label").getValue()))
                .findFirst().orElseThrow().id();
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public void close() {
        connection.disconnect();
    }

    private <T extends DBusSignal> void hear(Class<T> signal) throws DBusException {
        connection.addSigHandler(signal, heard -> signals.add(heard.getName()));
    }

    private static String next(BlockingQueue<String> queue) throws InterruptedException {
        String next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "nothing came");
        return next;
    }
}

package io.deskbell.ui.tray;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.exceptions.NotConnected;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.types.UInt32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The icon by StatusNotifierItem and com.canonical.dbusmenu: we answer on the session's bus, the panel draws. Whenever
 * a panel comes, at log-in or after a crash of the one before, we make ourselves known to it.
 */
final class NotifierTray implements Tray {
    private static final Logger LOG = LoggerFactory.getLogger(NotifierTray.class);
    /** Panels first ask and then begin to listen: a change in between passes them by. */
    private static final Duration PANEL_LISTENS_AFTER = Duration.ofSeconds(2);
    private static final String BUS = "org.freedesktop.DBus";

    private final DBusConnection connection;
    private final Loss loss;
    private final ExportedItem item;
    private final ExportedMenu menu;
    private final String name;
    private final CountDownLatch panelSeen = new CountDownLatch(1);
    /**
     * Asking a panel takes an answer, which the thread that brings the bus's signals would wait for in vain. That
     * thread may still bring news while we close: nobody wants them then.
     */
    private final ScheduledExecutorService introductions = new ScheduledThreadPoolExecutor(1,
            Thread.ofVirtual().name("tray-panel").factory(), new DiscardPolicy());
    private String panel = "";
    private volatile boolean taken;
    private TrayView shown;

    private NotifierTray(DBusConnection connection, Loss loss, TrayView first, Consumer<TrayAction> onAction) {
        this.connection = connection;
        this.loss = loss;
        this.item = new ExportedItem(first, onAction);
        this.menu = new ExportedMenu(first.menu(), onAction);
        this.name = StatusNotifierItem.NAME + "-" + ProcessHandle.current().pid() + "-1";
        this.shown = first;
    }

    /**
     * @param address of the session's bus
     * @throws IOException when nobody answers there
     */
    static NotifierTray connect(String address, TrayView first, Consumer<TrayAction> onAction) throws IOException {
        if (!SessionBus.isThere(address)) throw new IOException("the session's D-Bus is not there: " + address);
        NotifierTray tray = null;
        Loss loss = new Loss();
        try {
            DBusConnectionBuilder builder = DBusConnectionBuilder.forAddress(address).withShared(false)
                    .withDisconnectCallback(loss);
            builder.receivingThreadConfig().withSignalThreadCount(1).withMethodCallThreadCount(1)
                    .withMethodReturnThreadCount(1).withErrorHandlerThreadCount(1);
            tray = new NotifierTray(builder.build(), loss, first, onAction);
            tray.export();
            return tray;
        } catch (DBusException | DBusExecutionException refused) {
            if (tray != null) tray.close();
            throw new IOException("the session's D-Bus does not answer: " + refused.getMessage(), refused);
        }
    }

    /** Waits for the first panel that shows such icons; false when none came. */
    boolean awaitPanel(Duration patience) throws InterruptedException {
        return panelSeen.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A panel has it now. */
    boolean hasPanel() {
        return taken && !loss.happened;
    }

    @Override
    public synchronized void show(TrayView view) {
        TrayView before = shown;
        shown = view;
        try {
            String status = item.status();
            item.show(view);
            if (view.state() != before.state()) announceIcon();
            if (!item.status().equals(status)) {
                send(new StatusNotifierItem.NewStatus(ExportedItem.PATH, item.status()));
            }
            if (!view.words().equals(before.words())) send(new StatusNotifierItem.NewToolTip(ExportedItem.PATH));
            if (!view.menu().equals(before.menu())) {
                UInt32 revision = menu.show(view.menu());
                send(new DbusMenu.LayoutUpdated(ExportedMenu.PATH, revision, 0));
            }
        } catch (DBusException unsent) {
            LOG.warn("the tray icon could not be brought up to date: {}", unsent.getMessage());
        }
    }

    /** With the name on the bus the icon goes; a bus that went first, as at log-out, took it along. */
    @Override
    public void close() {
        introductions.shutdownNow();
        boolean interrupted = Thread.interrupted(); // The library would leave without waiting for the bus's answer.
        if (!loss.happened) connection.disconnect();
        if (interrupted) Thread.currentThread().interrupt();
    }

    private void export() throws DBusException {
        connection.exportObject(ExportedItem.PATH, item);
        connection.exportObject(ExportedMenu.PATH, menu);
        connection.requestBusName(name);
        // With the name in the rule the bus stays silent about the coming and going of all others.
        connection.addSigHandler(DBusMatchRuleBuilder.create().withType(DBus.NameOwnerChanged.class).withSender(BUS)
                .withInterface(BUS).withMember("NameOwnerChanged").withArg0123(0, StatusNotifierWatcher.NAME).build(),
                (DBus.NameOwnerChanged change) -> panelIs(change.newOwner));
        panelIs(owner(connection.getRemoteObject(BUS, "/org/freedesktop/DBus", DBus.class)));
    }

    /** Empty while there is no panel: in one question, for one that goes between two would be taken for a bus gone. */
    private static String owner(DBus bus) {
        try {
            return bus.GetNameOwner(StatusNotifierWatcher.NAME);
        } catch (DBusExecutionException nobody) {
            return "";
        }
    }

    /** Any thread, at any time. */
    void panelIs(String owner) {
        introductions.execute(() -> introduce(owner));
    }

    private void introduce(String owner) {
        if (owner.equals(panel)) return;
        panel = owner;
        taken = false;
        if (owner.isEmpty()) return; // It may come back.
        try {
            connection.getRemoteObject(StatusNotifierWatcher.NAME, StatusNotifierWatcher.PATH,
                    StatusNotifierWatcher.class).RegisterStatusNotifierItem(name);
            taken = true;
            panelSeen.countDown();
            introductions.schedule(this::announceAll, PANEL_LISTENS_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (DBusException | DBusExecutionException refused) {
            if (introductions.isShutdown()) return; // We leave, and did not wait for the answer.
            LOG.warn("the panel did not take the tray icon: {}", refused.getMessage());
        }
    }

    private synchronized void announceAll() {
        try {
            announceIcon();
            send(new StatusNotifierItem.NewStatus(ExportedItem.PATH, item.status()));
            send(new StatusNotifierItem.NewToolTip(ExportedItem.PATH));
            send(new DbusMenu.LayoutUpdated(ExportedMenu.PATH, menu.revision(), 0));
        } catch (DBusException unsent) {
            LOG.warn("the tray icon could not be announced: {}", unsent.getMessage());
        }
    }

    private void announceIcon() throws DBusException {
        send(new StatusNotifierItem.NewIcon(ExportedItem.PATH));
        send(new StatusNotifierItem.NewAttentionIcon(ExportedItem.PATH));
    }

    private void send(DBusSignal signal) {
        try {
            connection.sendMessage(signal);
        } catch (NotConnected | RejectedExecutionException gone) {
            // The bus has ended, which is said once; the icon is shown another way.
        }
    }

    /** The bus went first. The connection cannot be asked: while it goes it throws (dbus-java 5.2.0, isConnected). */
    private static final class Loss implements IDisconnectCallback {
        private volatile boolean happened;

        @Override
        public void disconnectOnError(IOException end) {
            LOG.info("the session's D-Bus has ended, and the tray icon with it");
            happened = true;
        }
    }
}

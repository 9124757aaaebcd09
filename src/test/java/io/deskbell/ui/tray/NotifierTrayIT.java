package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.ui.tray.MenuItem.Checked;
import io.deskbell.ui.tray.MenuItem.Entry;
import io.deskbell.ui.tray.MenuItem.Separator;
import io.deskbell.ui.tray.MenuItem.Submenu;
import io.deskbell.ui.tray.MenuItem.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.errors.ServiceUnknown;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBus;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The icon on a real bus, with a panel that asks what panels ask. Debian: dbus-daemon. */
class NotifierTrayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<MenuItem> MENU = List.of(
            new Words("Watching 201"),
            new Separator(),
            new Submenu("Last callers", List.of(new Entry("a_b <i>", new TrayAction.ShowCall("7")))),
            new Checked("Pause", true, new TrayAction.Resume()),
            new Entry("Quit", new TrayAction.Quit()));
    private static final TrayView VIEW = new TrayView(TrayState.WATCHING, "Watching 201", MENU);

    @TempDir
    private Path folder;
    private final BlockingQueue<TrayAction> asked = new LinkedBlockingQueue<>();
    private PrivateBus bus;

    @BeforeEach
    void startTheBus() throws IOException {
        bus = new PrivateBus(folder);
    }

    @AfterEach
    void stopTheBus() {
        if (bus != null) bus.close(); // Where the part is missing there is none.
    }

    @Test
    void aPanelReadsTheIcon() throws Exception {
        try (ScriptedPanel panel = new ScriptedPanel(bus); NotifierTray tray = connect(VIEW)) {
            String icon = panel.nextIcon();
            assertEquals("org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1", icon);
            assertTrue(tray.awaitPanel(PATIENCE));

            Map<String, Variant<?>> read = panel.properties(icon);
            assertEquals(Map.of("Category", "Communications", "Id", "deskbell", "Title", "Deskbell",
                    "Status", "Active", "ItemIsMenu", false, "IconName", ""), values(read,
                    List.of("Category", "Id", "Title", "Status", "ItemIsMenu", "IconName")));
            assertEquals("/MenuBar", read.get("Menu").getValue().toString());
            assertEquals("o", read.get("Menu").getSig());
            assertEquals("a(iiay)", read.get("IconPixmap").getSig());
            assertEquals("(sa(iiay)ss)", read.get("ToolTip").getSig());
            assertEquals("Active", panel.property(icon, "Status"));
            assertThrows(DBusExecutionException.class, () -> panel.property(icon, "Colour"));
        }
    }

    @Test
    void thePixelsArriveAsTheyWereDrawn() throws Exception {
        try (ScriptedPanel panel = new ScriptedPanel(bus); NotifierTray tray = connect(VIEW)) {
            String icon = panel.nextIcon();
            tray.awaitPanel(PATIENCE);
            List<?> sizes = (List<?>) panel.properties(icon).get("IconPixmap").getValue();
            Object[] first = (Object[]) sizes.getFirst();
            assertEquals(6, sizes.size());
            assertEquals(16, first[0]);
            assertEquals(16, first[1]);
            assertEquals(bytes(IconPixmap.of(TrayState.WATCHING).getFirst().pixels()), first[2]);
        }
    }

    @Test
    void aPanelReadsTheMenu() throws Exception {
        try (ScriptedPanel panel = new ScriptedPanel(bus); NotifierTray tray = connect(VIEW)) {
            String icon = panel.nextIcon();
            tray.awaitPanel(PATIENCE);
            DbusMenu.Layout<?, DbusMenu.Node> layout = panel.menu(icon).GetLayout(0, -1, List.of());
            DbusMenu.Node root = layout.root();
            assertEquals(0, root.id());
            assertEquals("submenu", root.properties().get("children-display").getValue());
            assertEquals(5, root.children().size());

            List<Map<String, Object>> items = panel.menu(icon).GetGroupProperties(List.of(), List.of()).stream()
                    .map(item -> values(item.properties(), List.copyOf(item.properties().keySet()))).toList();
            assertEquals(List.of(
                    Map.of("children-display", "submenu"),
                    Map.of("label", "Watching 201", "enabled", false),
                    Map.of("type", "separator"),
                    Map.of("label", "Last callers", "children-display", "submenu"),
                    Map.of("label", "a__b <i>"),
                    Map.of("label", "Pause", "toggle-type", "checkmark", "toggle-state", 1),
                    Map.of("label", "Quit")), items);
            assertThrows(DBusExecutionException.class, () -> panel.menu(icon).GetLayout(99, -1, List.of()));
        }
    }

    @Test
    void whatIsChosenArrives() throws Exception {
        try (ScriptedPanel panel = new ScriptedPanel(bus); NotifierTray tray = connect(VIEW)) {
            String icon = panel.nextIcon();
            tray.awaitPanel(PATIENCE);
            panel.click(icon, panel.idOf(icon, "a__b <i>"));
            panel.click(icon, panel.idOf(icon, "Watching 201"));
            panel.click(icon, panel.idOf(icon, "Pause"));
            panel.item(icon).Activate(10, 10);
            assertEquals(List.of(new TrayAction.ShowCall("7"), new TrayAction.Resume(), new TrayAction.Open()),
                    List.of(next(), next(), next()));
        }
    }

    @Test
    void changesAreAnnounced() throws Exception {
        try (ScriptedPanel panel = new ScriptedPanel(bus); NotifierTray tray = connect(VIEW)) {
            String icon = panel.nextIcon();
            tray.awaitPanel(PATIENCE);
            tray.show(new TrayView(TrayState.PHONE_LOST, "No line", List.of(MENU.getLast())));
            assertEquals(List.of("NewIcon", "NewAttentionIcon", "NewStatus", "NewToolTip", "LayoutUpdated"), List.of(
                    panel.nextSignal(), panel.nextSignal(), panel.nextSignal(), panel.nextSignal(),
                    panel.nextSignal()));
            assertEquals("NeedsAttention", panel.property(icon, "Status"));
            Object[] toolTip = (Object[]) panel.property(icon, "ToolTip");
            assertEquals(List.of("No line", ""), List.of(toolTip[2], toolTip[3]));
            assertEquals(1, panel.menu(icon).GetLayout(0, -1, List.of()).root().children().size());
        }
    }

    @Test
    void aClickOnAMenuThatHasChangedMeanwhileDoesNothing() throws Exception {
        try (ScriptedPanel panel = new ScriptedPanel(bus); NotifierTray tray = connect(VIEW)) {
            String icon = panel.nextIcon();
            tray.awaitPanel(PATIENCE);
            int before = panel.idOf(icon, "Quit");
            tray.show(new TrayView(TrayState.WATCHING, "Watching 201", MENU.reversed()));
            panel.click(icon, before);
            panel.click(icon, panel.idOf(icon, "Pause"));
            assertEquals(new TrayAction.Resume(), next());
        }
    }

    @Test
    void aPanelThatIsRestartedIsGivenTheIconAgain() throws Exception {
        try (NotifierTray tray = connect(VIEW)) {
            assertFalse(tray.awaitPanel(Duration.ZERO));
            String icon;
            try (ScriptedPanel panel = new ScriptedPanel(bus)) {
                icon = panel.nextIcon();
            }
            try (ScriptedPanel another = new ScriptedPanel(bus)) {
                assertEquals(icon, another.nextIcon());
                assertEquals("Active", another.property(icon, "Status"));
                assertFalse(another.hasOtherIcons());
            }
        }
    }

    @Test
    void theIconGoesWithTheTray() throws Exception {
        try (ScriptedPanel panel = new ScriptedPanel(bus)) {
            String icon;
            try (NotifierTray tray = connect(VIEW)) {
                icon = panel.nextIcon();
                tray.awaitPanel(PATIENCE);
            }
            assertThrows(ServiceUnknown.class, () -> panel.property(icon, "Status"));
        }
    }

    @Test
    void whereNoPanelCameItSaysSoOnceAndTakesOneThatComesLater() throws Exception {
        AtomicInteger said = new AtomicInteger();
        Trays trays = new Trays(bus.machine(), Duration.ofMillis(1), said::incrementAndGet);
        Optional<Tray> tray = trays.open(VIEW, asked::add);
        assertEquals(1, said.get());
        try (Tray listening = tray.orElseThrow(); ScriptedPanel late = new ScriptedPanel(bus)) {
            listening.show(VIEW);
            assertEquals("Active", late.property(late.nextIcon(), "Status"));
        }
        assertEquals(1, said.get());
    }

    @Test
    @Timeout(30)
    void whoStopsWaitingForAPanelLeavesTheBus() throws Exception {
        Trays trays = new Trays(bus.machine(), Duration.ofDays(1), () -> { });
        TrayPresence presence = new TrayPresence(() -> VIEW, first -> trays.open(first, asked::add), () -> PATIENCE);
        try (DBusConnection asking = bus.connect()) {
            DBus names = asking.getRemoteObject("org.freedesktop.DBus", "/org/freedesktop/DBus", DBus.class);
            String icon = "org.kde.StatusNotifierItem-" + ProcessHandle.current().pid() + "-1";
            presence.start();
            while (!names.NameHasOwner(icon)) Thread.onSpinWait();
            presence.close();
            while (names.NameHasOwner(icon)) Thread.onSpinWait();
        }
    }

    private NotifierTray connect(TrayView first) throws IOException {
        return NotifierTray.connect(bus.address(), first, asked::add);
    }

    private TrayAction next() throws InterruptedException {
        return asked.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static List<Byte> bytes(byte[] all) {
        List<Byte> boxed = new ArrayList<>();
        for (byte one : all) boxed.add(one);
        return boxed;
    }

    private static Map<String, Object> values(Map<String, Variant<?>> all, List<String> names) {
        return names.stream().collect(Collectors.toMap(name -> name, name -> all.get(name).getValue()));
    }
}

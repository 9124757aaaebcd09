package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Panel, bus and program end in any order, every evening: no error, and no word of a library. Debian: dbus-daemon. */
@Timeout(60)
class TrayFarewellIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final TrayView VIEW = new TrayView(TrayState.WATCHING, "Watching 201", List.of());
    private static final TrayView LOST = new TrayView(TrayState.PHONE_LOST, "No line", List.of());
    private static final Logger LIBRARY = (Logger) LoggerFactory.getLogger("org.freedesktop.dbus.connections");

    @TempDir
    private Path folder;
    private final Log log = new Log();
    private PrivateBus bus;

    /** Keeps what is logged, by many threads at once. */
    private static final class Log extends AppenderBase<ILoggingEvent> {
        private final List<String> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(event.getLevel() + " " + event.getFormattedMessage());
        }
    }

    @BeforeEach
    void startTheBus() throws IOException {
        bus = new PrivateBus(folder);
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void stopTheBus() {
        LIBRARY.setLevel(Level.OFF); // As the program has it.
        root().detachAppender(log);
        if (bus != null) bus.close(); // Where the part is missing there is none.
    }

    @Test
    void aBusThatEndsFirstIsToldOnceAndTheIconMayGoElsewhere() throws Exception {
        NotifierTray tray = connected();
        try (ScriptedPanel panel = new ScriptedPanel(bus)) {
            panel.nextIcon();
            assertTrue(tray.awaitPanel(PATIENCE));
            bus.close();
            long longest = System.nanoTime() + PATIENCE.toNanos();
            while (tray.hasPanel() && System.nanoTime() < longest) Thread.onSpinWait();
            assertFalse(tray.hasPanel());
            tray.show(LOST);
            tray.close();
        }
        assertEquals(List.of("INFO the session's D-Bus has ended, and the tray icon with it"), log.lines);
    }

    @Test
    void whoIsHurriedLeavesInOrderAllTheSame() throws Exception {
        LIBRARY.setLevel(Level.WARN);
        NotifierTray tray = connected();
        Thread.currentThread().interrupt();
        tray.close();
        assertTrue(Thread.interrupted(), "it still is");
        assertEquals(List.of(), log.lines);
    }

    /** A stop during the start. */
    @Test
    void whoIsStoppedBeforeTheBusHasAnsweredComplainsOfNothing() {
        Trays trays = new Trays(bus.machine(), PATIENCE, () -> { });
        Thread.currentThread().interrupt();
        assertThrows(InterruptedException.class, () -> trays.open(VIEW, chosen -> { }));
        assertEquals(List.of(), log.lines);
    }

    @Test
    void newsOfAPanelThatComeAfterTheEndAreNoFault() throws Exception {
        NotifierTray tray = connected();
        tray.close();
        assertDoesNotThrow(() -> tray.panelIs(":1.7"));
        assertFalse(tray.hasPanel());
        assertEquals(List.of(), log.lines);
    }

    private NotifierTray connected() throws IOException {
        return NotifierTray.connect(bus.address(), VIEW, chosen -> { });
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }
}

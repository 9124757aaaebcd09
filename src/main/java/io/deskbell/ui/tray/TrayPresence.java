package io.deskbell.ui.tray;

import io.deskbell.desktop.Machine;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tray true to the facts: looks when told that something changed, and at midnight, when "today" ends, and
 * true to the panels that come and go. One thread of its own, from {@link #start} to {@link #close}.
 */
public final class TrayPresence implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(TrayPresence.class);

    private final Supplier<TrayView> look;
    private final Opener opener;
    private final Supplier<Duration> untilMidnight;
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("tray").unstarted(this::run);

    /** Opens a tray with the first view; empty where there is none. */
    @FunctionalInterface
    interface Opener {
        Optional<Tray> open(TrayView first) throws InterruptedException;
    }

    TrayPresence(Supplier<TrayView> look, Opener opener, Supplier<Duration> untilMidnight) {
        this.look = look;
        this.opener = opener;
        this.untilMidnight = untilMidnight;
    }

    /**
     * Shows an icon as soon as there is a tray; returns at once.
     *
     * @param look asked on the tray's thread, at each change; must be cheap
     * @param onAction hears what the agent chooses, on a thread that must be let go at once
     * @param onNoTray called once where there is no tray, seconds after the start; it keeps the window reachable
     */
    public static TrayPresence start(Machine machine, Supplier<TrayView> look, Clock clock,
                                     Consumer<TrayAction> onAction, Runnable onNoTray) {
        Trays trays = new Trays(machine, Trays.PANEL_STARTS_WITHIN, onNoTray);
        TrayPresence presence = new TrayPresence(look, first -> trays.open(first, onAction),
                () -> untilMidnight(clock));
        presence.start();
        return presence;
    }

    /** Something is other than it was: any thread, as often as one likes. */
    public void changed() {
        changes.release();
    }

    /** Takes the icon away. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(FAREWELL);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            TrayView first = look.get();
            Optional<Tray> opened = opener.open(first);
            if (opened.isEmpty()) return;
            try (Tray tray = opened.get()) {
                keep(tray, first);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException surprise) {
            LOG.error("a fault in the program: no tray icon", surprise);
        }
    }

    private void keep(Tray tray, TrayView first) throws InterruptedException {
        TrayView shown = first;
        while (true) {
            TrayView now = look.get();
            if (!now.equals(shown)) tray.show(now);
            shown = now;
            long longest = Math.min(untilMidnight.get().toNanos(), tray.settle().toNanos());
            changes.tryAcquire(longest, TimeUnit.NANOSECONDS);
            changes.drainPermits();
        }
    }

    private static Duration untilMidnight(Clock clock) {
        ZonedDateTime now = ZonedDateTime.now(clock);
        return Duration.between(now, now.toLocalDate().plusDays(1).atStartOfDay(now.getZone()));
    }
}

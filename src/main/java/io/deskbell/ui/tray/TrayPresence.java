package io.deskbell.ui.tray;

import io.deskbell.desktop.Machine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tray true to the facts: looks at once when told that something changed, and every two seconds for what
 * tells nobody. One thread of its own, from {@link #start} to {@link #close}.
 */
public final class TrayPresence implements AutoCloseable {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(TrayPresence.class);

    private final Supplier<TrayView> look;
    private final Opener opener;
    private final Duration pause;
    private final Semaphore changes = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("tray").unstarted(this::run);

    /** Opens a tray with the first view; empty where there is none. */
    @FunctionalInterface
    interface Opener {
        Optional<Tray> open(TrayView first) throws InterruptedException;
    }

    TrayPresence(Supplier<TrayView> look, Opener opener, Duration pause) {
        this.look = look;
        this.opener = opener;
        this.pause = pause;
    }

    /**
     * Shows an icon as soon as there is a tray; returns at once.
     *
     * @param facts asked on the tray's thread, every two seconds; must be cheap
     * @param onAction hears what the agent chooses, on a thread that must be let go at once
     * @param onNoTray called once where there is no tray, seconds after the start; it keeps the window reachable
     */
    public static TrayPresence start(Machine machine, TrayModel model, Supplier<TrayFacts> facts,
                                     Consumer<TrayAction> onAction, Runnable onNoTray) {
        Trays trays = new Trays(machine, Trays.PANEL_STARTS_WITHIN, onNoTray);
        TrayPresence presence = new TrayPresence(() -> model.view(facts.get()), first -> trays.open(first, onAction),
                BETWEEN_LOOKS);
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
            if (changes.tryAcquire(pause.toNanos(), TimeUnit.NANOSECONDS)) changes.drainPermits();
        }
    }
}

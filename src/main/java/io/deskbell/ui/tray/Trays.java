package io.deskbell.ui.tray;

import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the best tray of this desktop. AWT is loaded only where D-Bus offers nothing. */
final class Trays {
    private static final Logger LOG = LoggerFactory.getLogger(Trays.class);
    /** We may be started at log-in before the panel is. */
    static final Duration PANEL_STARTS_WITHIN = Duration.ofSeconds(10);

    private final Machine machine;
    private final Duration patience;
    private final Runnable onNoTray;
    private boolean said;

    /** @param onNoTray called once where there is nothing to be seen of us */
    Trays(Machine machine, Duration patience, Runnable onNoTray) {
        this.machine = machine;
        this.patience = patience;
        this.onNoTray = onNoTray;
    }

    /** Empty when there is no tray now and none can come; takes as long as a panel may take to start. */
    Optional<Tray> open(TrayView first, Consumer<TrayAction> onAction) throws InterruptedException {
        if (machine.system() != OperatingSystem.LINUX) {
            Optional<Tray> tray = awt(first, onAction);
            if (tray.isEmpty()) onNoTray.run();
            return tray;
        }
        Optional<NotifierTray> notifier = notifier(first, onAction);
        if (notifier.isPresent()) awaitPanel(notifier.get());
        EitherTray tray = new EitherTray(notifier, view -> awt(view, onAction), first);
        tray.settle();
        if (!tray.isSeen()) onNoTray.run();
        return notifier.isEmpty() && isWithoutScreen() ? Optional.empty() : Optional.of(tray);
    }

    private Optional<NotifierTray> notifier(TrayView first, Consumer<TrayAction> onAction)
            throws InterruptedException {
        Optional<String> address = SessionBus.address(machine);
        if (address.isEmpty()) return Optional.empty();
        try {
            return Optional.of(NotifierTray.connect(address.get(), first, onAction));
        } catch (IOException silent) {
            if (Thread.interrupted()) throw new InterruptedException("stopped while the bus was asked");
            LOG.warn("no tray icon over D-Bus: {}", silent.getMessage());
            return Optional.empty();
        }
    }

    private void awaitPanel(NotifierTray tray) throws InterruptedException {
        try {
            tray.awaitPanel(patience);
        } catch (InterruptedException stopping) {
            tray.close();
            throw stopping;
        }
    }

    private boolean isWithoutScreen() {
        return machine.headless() || machine.system() == OperatingSystem.LINUX
                && machine.environment().getOrDefault("DISPLAY", "").isBlank();
    }

    /** Asked again and again; what is missing is said once. */
    private Optional<Tray> awt(TrayView first, Consumer<TrayAction> onAction) {
        if (isWithoutScreen()) return Optional.empty();
        try {
            return Optional.of(AwtTray.open(first, onAction));
        } catch (IOException none) {
            if (!said) LOG.info("no tray icon: {}; the window has all that its menu has", none.getMessage());
            said = true;
            return Optional.empty();
        }
    }
}

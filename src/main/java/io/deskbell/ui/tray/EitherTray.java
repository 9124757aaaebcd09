package io.deskbell.ui.tray;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Linux: the icon over D-Bus while a panel listens there, and the old way (XEmbed) while none does. Panels of both
 * kinds may come late, go, and come back: of the new kind the bus tells, for those of old we look. On one thread.
 */
final class EitherTray implements Tray {
    static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

    private final Optional<NotifierTray> notifier;
    private final Function<TrayView, Optional<Tray>> old;
    private Optional<Tray> oldWay = Optional.empty();
    private TrayView shown;
    private boolean wasAlone = true;

    /** @param old shows the icon the old way, where that is possible now */
    EitherTray(Optional<NotifierTray> notifier, Function<TrayView, Optional<Tray>> old, TrayView first) {
        this.notifier = notifier;
        this.old = old;
        this.shown = first;
    }

    boolean isSeen() {
        return hasPanel() || oldWay.isPresent();
    }

    @Override
    public void show(TrayView view) {
        shown = view;
        notifier.ifPresent(tray -> tray.show(view));
        oldWay.ifPresent(tray -> tray.show(view));
    }

    /** A panel that is restarted is gone for a moment, which is not worth loading AWT. */
    @Override
    public Duration settle() {
        boolean alone = !hasPanel();
        if (!alone) {
            oldWay.ifPresent(Tray::close);
            oldWay = Optional.empty();
        } else if (wasAlone && oldWay.isEmpty()) {
            oldWay = old.apply(shown);
        }
        wasAlone = alone;
        return LOOKS_EVERY;
    }

    @Override
    public void close() {
        notifier.ifPresent(Tray::close);
        oldWay.ifPresent(Tray::close);
    }

    private boolean hasPanel() {
        return notifier.filter(NotifierTray::hasPanel).isPresent();
    }
}

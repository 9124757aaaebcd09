package io.deskbell.ui;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JavaFX's thread, started when it first has something to do. Only here JavaFX is started or handed work. Nobody waits
 * for the start; what is handed over meanwhile is done after it, in order.
 */
final class Fx implements Executor {
    private static final Logger LOG = LoggerFactory.getLogger(Fx.class);

    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private boolean started;

    @Override
    public synchronized void execute(Runnable work) {
        if (!started) {
            started = true;
            last = CompletableFuture.runAsync(Fx::start,
                    starting -> Thread.ofPlatform().name("fx-start").daemon().start(starting));
        }
        last = last.thenRun(() -> Platform.runLater(work));
    }

    /** Nothing more is shown; JavaFX cannot be started again in this process. */
    synchronized void exit() {
        if (!started) return;
        execute(() -> {
            hideAll();
            Platform.exit();
        });
    }

    synchronized boolean isStarted() {
        return started;
    }

    /** Popups before their owners: on Linux JavaFX closes the others' twice, and takes the whole process along. */
    private static void hideAll() {
        List<Window> windows = List.copyOf(Window.getWindows());
        windows.stream().filter(PopupWindow.class::isInstance).forEach(Window::hide);
        windows.stream().filter(Window::isShowing).forEach(Window::hide);
    }

    private static void start() {
        try {
            Platform.startup(() -> { });
            Platform.setImplicitExit(false); // The tray lives on when the last window is closed.
        } catch (IllegalStateException running) {
            LOG.debug("JavaFX runs already");
        } catch (UnsupportedOperationException noScreen) {
            LOG.warn("no window can be shown here: {}", noScreen.getMessage());
            throw noScreen;
        }
    }
}

package io.deskbell.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What takes its time while a window of the settings is open, one thing after another: the keyring asks the user for
 * its password, and the window must live meanwhile. On the screen's thread only; the work itself is not.
 */
final class SlowWork {
    private final ExecutorService background;
    private final Executor screen;
    private final ReadOnlyBooleanWrapper underWay = new ReadOnlyBooleanWrapper();
    private Optional<Runnable> next = Optional.empty();
    private int left;
    private boolean closed;
    private boolean mustEnd;

    /** @param background one thread, on which waiting is allowed; it is shut down with this */
    SlowWork(ExecutorService background, Executor screen) {
        this.background = background;
        this.screen = screen;
    }

    ReadOnlyBooleanProperty underWay() {
        return underWay.getReadOnlyProperty();
    }

    /** @param work what comes of it is done on the screen's thread, where the window is still there */
    void begin(Supplier<Runnable> work) {
        if (closed) return;
        left++;
        underWay.set(true);
        background.execute(() -> {
            Runnable then = work.get();
            screen.execute(() -> ended(then));
        });
    }

    /** The same, of work that goes on to its end when the window is closed. */
    void beginForGood(Supplier<Runnable> work) {
        mustEnd = true;
        begin(work);
    }

    /** At once where nothing is under way. Only the last one asked for is done. */
    void whenDone(Runnable action) {
        next = Optional.of(action);
        goOn();
    }

    /** Nobody looks any more: what is under way is left where it is. */
    void close() {
        closed = true;
        next = Optional.empty();
        if (mustEnd) background.shutdown();
        else background.shutdownNow();
    }

    private void ended(Runnable then) {
        if (closed) return;
        left--;
        if (left == 0) mustEnd = false;
        then.run();
        underWay.set(left > 0);
        goOn();
    }

    private void goOn() {
        if (left > 0 || next.isEmpty()) return;
        Runnable action = next.get();
        next = Optional.empty();
        action.run();
    }
}

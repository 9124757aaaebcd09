package io.deskbell.desktop;

import java.util.List;

/**
 * Brings a browser's window that is already open to the front. A browser tells the world the title of a window's
 * chosen tab only, so that a tab behind another one is not found (on macOS it is). Waits three seconds at most.
 */
@FunctionalInterface
public interface WindowFocus {
    /** What became of it. */
    sealed interface Outcome {
    }

    /** The agent sees the window, and types into it. */
    record BroughtToFront() implements Outcome {
    }

    /** No browser shows such a title. */
    record NoneOpen() implements Outcome {
    }

    /** @param words why, for a person; without any window's title, which may name a caller */
    record NotPossible(String words) implements Outcome {
    }

    /**
     * Of several such windows, the one used last; one that is not minimised before one that is.
     *
     * @param titles one of which the window's title has to contain, in any case
     */
    Outcome bringToFront(List<String> titles) throws InterruptedException;

    /** As this computer does it. */
    static WindowFocus of(Machine machine) {
        return switch (machine.system()) {
            case WINDOWS -> new WindowsFocus(new User32Screen());
            case MACOS -> new MacFocus(Dialogue.REAL);
            case LINUX -> new X11Focus(machine);
        };
    }
}

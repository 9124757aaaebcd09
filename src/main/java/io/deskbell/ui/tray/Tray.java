package io.deskbell.ui.tray;

import java.time.Duration;

/**
 * One icon with a tooltip and a menu. What the agent chooses goes to whom the tray was opened with, on a thread of the
 * tray's, which must be let go at once. Thread safe.
 */
public interface Tray extends AutoCloseable {
    void show(TrayView view);

    /**
     * Looks whether the panel that shows it is another now.
     *
     * @return when to look again at the latest
     */
    default Duration settle() {
        return Duration.ofDays(1);
    }

    /** Takes the icon away. */
    @Override
    void close();
}

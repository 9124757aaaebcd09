package io.deskbell.ui.tray;

/**
 * One icon with a tooltip and a menu. What the agent chooses goes to whom the tray was opened with, on a thread of the
 * tray's, which must be let go at once. Thread safe.
 */
public interface Tray extends AutoCloseable {
    void show(TrayView view);

    /** Takes the icon away. */
    @Override
    void close();
}

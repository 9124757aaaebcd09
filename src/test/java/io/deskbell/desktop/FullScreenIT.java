package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real window manager: what fills the screen is one, what is large, behind, or our own in front is not. */
@Timeout(60)
class FullScreenIT {
    @TempDir
    private Path folder;

    @Test
    void onlyAWindowThatFillsTheScreenAndIsInFrontCounts() throws IOException {
        Installed.program("xterm", "xterm");
        try (XSession session = new XSession(folder)) {
            FullScreen fullScreen = FullScreen.of(session.machine());
            assertFalse(fullScreen.isInFront());

            session.start("xterm", "-fullscreen", "-T", "film");
            session.activate(session.windowWith("^film$"));
            assertTrue(fullScreen.isInFront());

            session.start("xterm", "-maximized", "-T", "work");
            session.activate(session.windowWith("^work$"));
            assertFalse(fullScreen.isInFront());
        }
    }

    @Test
    void aWindowOfOurOwnInFrontOfWhatFillsTheScreenChangesNothing() throws IOException {
        Installed.program("xterm", "xterm");
        Installed.program("xprop", "x11-utils");
        try (XSession session = new XSession(folder)) {
            FullScreen fullScreen = FullScreen.of(session.machine());
            session.start("xterm", "-fullscreen", "-T", "film");
            session.activate(session.windowWith("^film$"));

            session.start("xterm", "-T", "ours");
            String ours = session.windowWith("^ours$");
            session.activate(ours);
            assertFalse(fullScreen.isInFront());
            session.ask("xprop", "-id", ours, "-f", "_NET_WM_PID", "32c", "-set", "_NET_WM_PID",
                    Long.toString(ProcessHandle.current().pid()));
            assertTrue(fullScreen.isInFront());
        }
    }

    @Test
    void aMinimisedWindowIsNotInFront() throws IOException {
        Installed.program("xterm", "xterm");
        try (XSession session = new XSession(folder)) {
            FullScreen fullScreen = FullScreen.of(session.machine());
            session.start("xterm", "-maximized", "-T", "work");
            String work = session.windowWith("^work$");
            session.start("xterm", "-fullscreen", "-T", "film");
            String film = session.windowWith("^film$");
            session.activate(film);
            assertTrue(fullScreen.isInFront());

            session.ask("xdotool", "windowminimize", "--sync", film);
            session.activate(work);
            assertFalse(fullScreen.isInFront());
        }
    }
}

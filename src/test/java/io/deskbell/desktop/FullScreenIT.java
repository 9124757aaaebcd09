package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With a real window manager: a window that fills the screen is one, a large one and one behind are not. */
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
}

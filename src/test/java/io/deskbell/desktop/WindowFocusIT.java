package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.Chromium;
import io.deskbell.desktop.WindowFocus.BroughtToFront;
import io.deskbell.desktop.WindowFocus.NoneOpen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real X server, a real window manager, a real browser. */
@Timeout(120)
class WindowFocusIT {
    private static final List<String> WANTED = List.of("agent inbox");
    private static final String OTHER = "Event Tester";

    @TempDir
    private Path folder;

    private XSession session;
    private WindowFocus focus;
    private int pages;

    @BeforeEach
    void openTheSession() throws IOException {
        Installed.program("chromium", "chromium");
        Installed.program("xev", "x11-utils");
        session = new XSession(folder);
        focus = WindowFocus.of(session.machine());
    }

    @AfterEach
    void closeTheSession() {
        if (session != null) session.close();
    }

    @Test
    void theBrowserComesFromBehindAnotherWindow() throws Exception {
        browse("(2) Agent Inbox");
        putAnotherInFront();

        long began = System.nanoTime();
        assertEquals(new BroughtToFront(), focus.bringToFront(WANTED));
        System.out.println("brought to the front in " + (System.nanoTime() - began) / 1_000_000 + " ms");

        assertTrue(session.activeTitle().startsWith("(2) Agent Inbox"));
        assertEquals(new BroughtToFront(), focus.bringToFront(WANTED)); // Which is where it is already.
    }

    @Test
    void aMinimisedBrowserIsRestored() throws Exception {
        String window = browse("Agent Inbox");
        putAnotherInFront();
        session.ask("xdotool", "windowminimize", "--sync", window);

        assertEquals(new BroughtToFront(), focus.bringToFront(WANTED));

        assertEquals(window, session.ask("xdotool", "getactivewindow"));
        assertEquals(window, session.windowWith("Agent Inbox")); // It can be seen again.
    }

    @Test
    void ofTwoTheOneUsedLastComesAndAMinimisedOneOnlyWhenAlone() throws Exception {
        String first = browse("Agent Inbox one");
        String second = browse("Agent Inbox two");
        session.activate(first);
        putAnotherInFront();
        assertEquals(new BroughtToFront(), focus.bringToFront(WANTED));
        assertEquals(first, session.ask("xdotool", "getactivewindow"));

        session.ask("xdotool", "windowminimize", "--sync", first);
        putAnotherInFront();
        assertEquals(new BroughtToFront(), focus.bringToFront(WANTED));
        assertEquals(second, session.ask("xdotool", "getactivewindow"));
    }

    @Test
    void aWindowOfAnotherProgramWithThatTitleIsLeftAlone() throws Exception {
        session.start("xev", "-name", "Agent Inbox");
        session.windowWith("Agent Inbox");
        browse("The weather");
        assertEquals(new NoneOpen(), focus.bringToFront(WANTED));
        assertTrue(session.activeTitle().startsWith("The weather"));
    }

    private String browse(String title) throws IOException {
        // A file, because a browser shows the address as the title until it has read the page.
        Path page = Files.writeString(folder.resolve("page" + ++pages + ".html"), "<title>" + title + "</title>");
        session.start(Chromium.command().orElseThrow(), "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
                "--password-store=basic", "--user-data-dir=" + folder.resolve("profile"),
                "--new-window", page.toUri().toString());
        String window = session.windowWith(title.replaceAll("[()]", "."));
        session.activate(window); // It takes the focus when it is ready, which should not be in the middle of a test.
        return window;
    }

    private void putAnotherInFront() throws IOException {
        session.start("xev");
        session.activate(session.windowWith(OTHER));
        assertEquals(OTHER, session.activeTitle());
    }
}

package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real X server and window manager, real key presses, and a selection that another program has. */
@Timeout(60)
class GlobalShortcutIT {
    @TempDir
    private Path folder;

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private XSession session;

    @BeforeEach
    void openTheSession() throws IOException {
        Installed.program("xclip", "xclip");
        Installed.program("xev", "x11-utils");
        session = new XSession(folder);
    }

    @AfterEach
    void closeTheSession() {
        if (session != null) session.close();
    }

    @Test
    void theKeysBringWhatIsSelectedWhileAnotherProgramIsInFront() throws Exception {
        session.start("xev");
        session.activate(session.windowWith("Event Tester"));
        select("+31 6 1234 5678");
        try (GlobalShortcut shortcut = take("Ctrl+Alt+D")) {
            assertEquals(Optional.empty(), shortcut.trouble());
            session.ask("xdotool", "key", "ctrl+alt+d");
            assertEquals("+31 6 1234 5678", next());
            session.ask("xdotool", "key", "ctrl+d", "alt+d", "d", "ctrl+alt+d"); // The first three are others'.
            assertEquals("+31 6 1234 5678", next());
            assertEquals(0, heard.size());
            session.ask("xdotool", "key", "Num_Lock", "ctrl+alt+d");
            assertEquals("+31 6 1234 5678", next());
        }
    }

    @Test
    void withNothingSelectedNothingIsHeardOfButThePress() throws Exception {
        try (GlobalShortcut shortcut = take("Super+F9")) {
            assertEquals(Optional.empty(), shortcut.trouble());
            session.ask("xdotool", "key", "super+F9");
            assertEquals("", next());
        }
    }

    @Test
    void keysOfAnotherAreSaidToBeTakenAndAreFreeAfterIt() throws Exception {
        try (GlobalShortcut first = take("Ctrl+Alt+D"); GlobalShortcut second = take("Ctrl+Alt+D")) {
            assertEquals(Optional.empty(), first.trouble());
            assertEquals(Optional.of("another program has taken these keys; choose others"), second.trouble());
        }
        for (int i = 0; i < 50; i++) { // The server hears of the end a moment later.
            try (GlobalShortcut third = take("Ctrl+Alt+D")) {
                if (third.trouble().isEmpty()) return;
            }
        }
        throw new AssertionError("the keys stay taken");
    }

    @Test
    void whereAProgramCannotHaveItThatIsSaid() {
        Machine wayland = new Machine(OperatingSystem.LINUX, Map.of("WAYLAND_DISPLAY", "wayland-0", "DISPLAY", ":0"),
                folder, false);
        assertEquals(Optional.of("Wayland lets no program listen to keys while another is in front"),
                GlobalShortcut.take(wayland, "Ctrl+Alt+D", heard::add).trouble());
        Machine mac = new Machine(OperatingSystem.MACOS, Map.of(), folder, false);
        assertEquals(Optional.of("macOS lets no program listen to keys unless it may watch them all"),
                GlobalShortcut.take(mac, "Ctrl+Alt+D", heard::add).trouble());
    }

    private GlobalShortcut take(String keys) {
        return GlobalShortcut.take(session.machine(), keys, heard::add);
    }

    private void select(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("selected"), text);
        session.start("xclip", "-selection", "primary", "-loops", "0", "-quiet", file.toString());
        for (int i = 0; i < 200 && !session.ask("xclip", "-selection", "primary", "-o").equals(text); i++) {
            Thread.onSpinWait();
        }
    }

    private String next() throws InterruptedException {
        String text = heard.poll(10, TimeUnit.SECONDS);
        if (text == null) throw new AssertionError("nothing was heard");
        return text;
    }
}

package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DesktopTest {
    private static final URI PAGE = URI.create("https://x/?a=1&b=%2B31$(id)");

    private final BlockingQueue<List<String>> run = new LinkedBlockingQueue<>();

    @Test
    void theAddressIsOneArgumentAfterTheProgram() throws InterruptedException {
        assertEquals(List.of(List.of("xdg-open", PAGE.toString())), opened(OperatingSystem.LINUX, 1, exits(0)));
        assertEquals(List.of(List.of("/usr/bin/open", PAGE.toString())), opened(OperatingSystem.MACOS, 1, exits(0)));
        assertEquals(List.of(List.of("D:\\Windows\\System32\\rundll32.exe", "url.dll,FileProtocolHandler",
                PAGE.toString())), opened(OperatingSystem.WINDOWS, 1, exits(0)));
    }

    @Test
    void aProgramThatIsNotThereOrFailsIsFollowedByTheNext() throws InterruptedException {
        Launcher launcher = (command, patience) -> {
            run.add(command);
            return switch (command.getFirst()) {
                case "xdg-open" -> throw new IOException("no such file");
                case "gio" -> OptionalInt.of(3);
                default -> OptionalInt.of(0);
            };
        };
        assertEquals(List.of(List.of("xdg-open", PAGE.toString()), List.of("gio", "open", PAGE.toString()),
                List.of("sensible-browser", PAGE.toString())), opened(OperatingSystem.LINUX, 3, launcher));
    }

    @Test
    void aProgramThatGoesOnRunningIsTheBrowserItself() throws InterruptedException {
        Launcher launcher = (command, patience) -> {
            run.add(command);
            return OptionalInt.empty();
        };
        assertEquals(List.of(List.of("xdg-open", PAGE.toString())), opened(OperatingSystem.LINUX, 1, launcher));
        assertEquals(List.of(), List.copyOf(run));
    }

    @Test
    void lettersOfOtherScriptsGoOutAsAscii() throws InterruptedException {
        desktop(OperatingSystem.LINUX, exits(0), Map.of()).open(URI.create("https://x/Zoë"));
        assertEquals(List.of("xdg-open", "https://x/Zo%C3%AB"), run.poll(10, TimeUnit.SECONDS));
    }

    @Test
    void onlyWebAddressesAreOpened() {
        Desktop desktop = desktop(OperatingSystem.LINUX, exits(0), Map.of());
        for (String address : List.of("file:///etc/passwd", "javascript:alert(1)", "tel:+31", "-h", "https:x")) {
            assertThrows(IllegalArgumentException.class, () -> desktop.open(URI.create(address)), address);
        }
        assertEquals(List.of(), List.copyOf(run));
    }

    @Test
    void linuxHasADisplayWhenTheSessionSaysSo() {
        assertEquals(List.of(false, false, true, true), List.of(
                hasDisplay(OperatingSystem.LINUX, Map.of()), hasDisplay(OperatingSystem.LINUX, Map.of("DISPLAY", "")),
                hasDisplay(OperatingSystem.LINUX, Map.of("DISPLAY", ":0")),
                hasDisplay(OperatingSystem.LINUX, Map.of("WAYLAND_DISPLAY", "wayland-0"))));
    }

    @Test
    void otherSystemsHaveADisplayUnlessToldOtherwise() {
        assertEquals(List.of(true, true), List.of(hasDisplay(OperatingSystem.WINDOWS, Map.of()),
                hasDisplay(OperatingSystem.MACOS, Map.of())));
        Machine headless = new Machine(OperatingSystem.LINUX, Map.of("DISPLAY", ":0"), Path.of("/"), true);
        assertEquals(false, new Desktop(headless).hasDisplay());
    }

    @Test
    void aRealProgramIsRunAndItsExitIsSeen() throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Duration patience = Duration.ofSeconds(30);
        assertEquals(OptionalInt.of(0), Launcher.REAL.run(List.of(java.toString(), "-version"), patience));
        assertEquals(OptionalInt.of(1), Launcher.REAL.run(List.of(java.toString(), "-no-such-flag"), patience));
        assertThrows(IOException.class, () -> Launcher.REAL.run(List.of("no-such-program-at-all"), patience));
    }

    private List<List<String>> opened(OperatingSystem system, int expected, Launcher launcher)
            throws InterruptedException {
        desktop(system, launcher, Map.of("SystemRoot", "D:\\Windows")).open(PAGE);
        List<List<String>> commands = new ArrayList<>();
        for (int i = 0; i < expected; i++) commands.add(run.poll(10, TimeUnit.SECONDS));
        return commands;
    }

    private static boolean hasDisplay(OperatingSystem system, Map<String, String> variables) {
        return desktop(system, (command, patience) -> OptionalInt.of(0), variables).hasDisplay();
    }

    private static Desktop desktop(OperatingSystem system, Launcher launcher, Map<String, String> variables) {
        Machine machine = new Machine(system, variables, Path.of("/home/anna"), false);
        return new Desktop(machine, Openers.of(machine), launcher);
    }

    private Launcher exits(int code) {
        return (command, patience) -> {
            run.add(command);
            return OptionalInt.of(code);
        };
    }
}

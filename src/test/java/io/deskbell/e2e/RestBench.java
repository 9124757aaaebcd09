package io.deskbell.e2e;

import io.deskbell.source.sip.ScriptedPbx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the built image takes while nobody calls, on a screen with a panel: in the tray, with its window open, and with
 * it closed again. A minute each: {@code mvn package}, then {@code mvn -q test-compile exec:exec@rest}.
 */
final class RestBench {
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final Deque<Program> running = new ArrayDeque<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Path folder;

    private RestBench(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("deskbell-rest");
        RestBench bench = new RestBench(folder);
        try (ScriptedPbx pbx = ScriptedPbx.udp().showing(AtRest.IDLE); ScriptedInbox inbox = ScriptedInbox.start()) {
            bench.startDesktop();
            bench.measure(new DeskbellIni("201", inbox.url(), pbx.uri(), Optional.empty()));
        } finally {
            bench.running.forEach(Program::close);
        }
        System.exit(0);
    }

    private void measure(DeskbellIni ini) throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("config.ini"), ini.text());
        Program deskbell = deskbell(config);
        deskbell.output().await("word of watching", line -> line.contains(": watching "));
        say("in the tray, no window opened yet", deskbell);

        deskbell(config).exitCode();
        ask("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Deskbell$");
        Footprint.pass(SETTLING); // The toast's owner has the same name and no size: the window is the active one.
        String window = ask("xdotool", "getactivewindow");
        say("with the window open and in use", deskbell);
        Program work = start("xterm", "-T", "work", "-e", "cat");
        ask("xdotool", "windowactivate", "--sync", ask("xdotool", "search", "--sync", "--onlyvisible", "--name",
                "^work$"));
        say("with the window open and the agent at work elsewhere", deskbell);

        work.close();
        ask("xdotool", "windowactivate", "--sync", window, "key", "ctrl+w");
        say("with the window closed to the tray", deskbell);
        System.out.println("the window is " + (ask("xdotool", "search", "--onlyvisible", "--name", "^Deskbell$")
                .contains(window) ? "still there: the last figure is worth nothing" : "gone"));
    }

    private static void say(String when, Program deskbell) throws IOException, InterruptedException {
        Footprint.pass(SETTLING);
        System.out.println(when + ": " + Footprint.of(deskbell.pid(), MEASURED));
    }

    /** A screen, a window manager, a message bus and a panel with a place for icons. */
    private void startDesktop() throws IOException, InterruptedException {
        Program screen = start("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp");
        environment.put("DISPLAY", ":" + screen.output().await("display", line -> line.matches("[0-9]+")));
        environment.putAll(Map.of("HOME", folder.toString(), "XDG_CONFIG_HOME", folder.toString(),
                "XDG_CACHE_HOME", folder.toString(), "XDG_DATA_HOME", folder.toString(), "NO_AT_BRIDGE", "1",
                "WAYLAND_DISPLAY", ""));
        start("openbox");
        ask("xdotool", "search", "--sync", "--class", "openbox"); // It has the screen.
        Program bus = start("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1",
                "--address=unix:path=" + folder.resolve("bus"));
        environment.put("DBUS_SESSION_BUS_ADDRESS", bus.output().await("address", line -> line.startsWith("unix:")));
        Path settings = Files.createDirectories(folder.resolve("xfce4/xfconf/xfce-perchannel-xml"));
        try (var panel = RestBench.class.getResourceAsStream("/io/deskbell/ui/tray/xfce4-panel.xml")) {
            Files.writeString(settings.resolve("xfce4-panel.xml"),
                    new String(panel.readAllBytes(), StandardCharsets.UTF_8).replace("@DARK@", "true"));
        }
        start("xfce4-panel", "--disable-wm-check");
    }

    private Program deskbell(Path config) throws IOException {
        return start(Parts.image().resolve("bin/deskbell").toString(), "--config", config.toString(), "--data",
                folder.resolve("data").toString());
    }

    private String ask(String... command) throws IOException, InterruptedException {
        Program asked = start(command);
        asked.exitCode();
        return asked.output().lines().strip();
    }

    private Program start(String... command) throws IOException {
        Program program = Program.start(folder, environment, List.of(command));
        running.push(program);
        return program;
    }
}

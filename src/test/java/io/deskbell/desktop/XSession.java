package io.deskbell.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A screen of its own with a window manager, and xdotool to look at it with other eyes than ours. */
final class XSession implements AutoCloseable {
    private final List<Process> started = new ArrayList<>();
    private final Path home;
    private final String display;

    XSession(Path home) throws IOException {
        this.home = home;
        Installed.program("Xvfb", "xvfb");
        Installed.program("openbox", "openbox");
        Installed.program("xdotool", "xdotool");
        Process server = keep(new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1024x768x24", "-nolisten",
                "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start());
        BufferedReader says = server.inputReader();
        display = ":" + says.readLine();
        start("openbox");
        ask("xdotool", "search", "--sync", "--class", "openbox"); // It has the screen.
    }

    Machine machine() {
        return new Machine(OperatingSystem.LINUX, Map.of("DISPLAY", display), home, false);
    }

    Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        builder.environment().put("HOME", home.toString());
        builder.environment().remove("WAYLAND_DISPLAY");
        return keep(builder.start());
    }

    /** The first line of what a program prints. */
    String ask(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        Process process = keep(builder.start());
        try (BufferedReader answer = process.inputReader()) {
            String line = answer.readLine();
            return line == null ? "" : line;
        }
    }

    /** Waits for it. A search that meets a window just closing ends with an X error: then it looks again. */
    String windowWith(String title) throws IOException {
        String found = "";
        for (int i = 0; i < 20 && !found.matches("[0-9]+"); i++) {
            found = ask("xdotool", "search", "--sync", "--onlyvisible", "--name", title);
        }
        return found;
    }

    void activate(String window) throws IOException {
        ask("xdotool", "windowactivate", "--sync", window);
    }

    String activeTitle() throws IOException {
        return ask("xdotool", "getactivewindow", "getwindowname");
    }

    @Override
    public void close() {
        for (Process process : started.reversed()) {
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            process.onExit().completeOnTimeout(process, 5, TimeUnit.SECONDS).join();
            children.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }

    private Process keep(Process process) {
        started.add(process);
        return process;
    }
}

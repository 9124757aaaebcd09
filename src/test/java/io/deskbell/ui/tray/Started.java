package io.deskbell.ui.tray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program started by a test, whose first line says that it is ready; it does not outlive the test. */
final class Started implements AutoCloseable {
    private static final long LONGEST_STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader output;

    private Started(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static Started start(Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS",
                "XDG_RUNTIME_DIR", "XDG_CURRENT_DESKTOP"));
        builder.environment().putAll(environment);
        return new Started(builder.start());
    }

    /** Runs a program to its end and returns what it printed. */
    static String run(Map<String, String> environment, List<String> command) throws IOException {
        try (Started program = start(environment, command)) {
            return String.join("\n", program.output.lines().toList());
        }
    }

    /** The next line it prints. */
    String line() throws IOException {
        String line = output.readLine();
        if (line == null) throw new IOException("ended without a word");
        return line;
    }

    long pid() {
        return process.pid();
    }

    void type(String line) throws IOException {
        Writer keyboard = process.outputWriter();
        keyboard.write(line + "\n");
        keyboard.flush();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly()).join();
    }
}

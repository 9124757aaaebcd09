package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A real X server with a real window manager, and the programs started on it; all gone when it is closed. */
final class XScreen implements AutoCloseable {
    private static final boolean CI = System.getenv("CI") != null;
    private final List<Process> running = new ArrayList<>();
    private final String display;

    XScreen() throws IOException, InterruptedException {
        Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        running.add(xvfb);
        display = ":" + xvfb.inputReader().readLine();
        start("openbox");
        // A window that opens while openbox takes the screen is at times never shown (12 of 60 on a loaded machine).
        tell("xdotool", "search", "--sync", "--class", "openbox");
    }

    /** Whether it can be tried here; in a CI run it must be. */
    static boolean isPossible() {
        return CI || Stream.of("Xvfb", "openbox", "xdotool", "xterm")
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
    }

    Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    /** A program of ours, drawing on this screen. */
    Process startJava(Class<?> program, String argument) throws IOException {
        return start(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw",
                "-cp", System.getProperty("java.class.path"), program.getName(), argument);
    }

    /** Runs a command to its end, half a minute at most; the answer is its last line. */
    String tell(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("timeout", "30")); // Reading from it would wait for ever.
        words.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        running.add(process);
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), String.join(" ", command));
        return answer.lines().reduce((first, last) -> last).orElse("");
    }

    @Override
    public void close() {
        running.reversed().forEach(Process::destroyForcibly);
    }
}

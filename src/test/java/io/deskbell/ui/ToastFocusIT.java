package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a real screen with a real window manager: the agent types on while the toast comes and goes. */
class ToastFocusIT {
    private static final boolean CI = System.getenv("CI") != null;
    private final List<Process> running = new ArrayList<>();
    private String display;

    @TempDir
    Path folder;

    @BeforeEach
    void aScreen() throws Exception {
        boolean there = has("Xvfb") && has("openbox") && has("xdotool") && has("xterm");
        assumeTrue(there || CI, "needs Xvfb, openbox, xdotool and xterm");
        Process xvfb = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        running.add(xvfb);
        display = ":" + firstLine(xvfb);
        start("openbox");
    }

    @AfterEach
    void end() {
        running.reversed().forEach(Process::destroyForcibly);
    }

    @Test
    void theAgentTypesOnWhileTheToastIsThere() throws Exception {
        Process desk = start(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-cp", System.getProperty("java.class.path"),
                "io.deskbell.ui.ToastOnScreen", folder.toString());
        BufferedReader said = desk.inputReader();
        assertEquals("ready", said.readLine());
        start("xterm", "-T", "work", "-e", "cat > " + folder.resolve("typed"));
        String work = tell("xdotool", "search", "--sync", "--name", "^work$");
        tell("xdotool", "windowactivate", "--sync", work);

        desk.outputWriter().append("ring\n").flush();
        assertEquals("shown", said.readLine());
        tell("xdotool", "type", "--delay", "5", "hello");
        tell("xdotool", "key", "Return");
        assertEquals(work, tell("xdotool", "getactivewindow"));
        assertEquals(work, tell("xdotool", "getwindowfocus"));

        desk.outputWriter().append("end\n").flush();
        assertEquals("gone", said.readLine());
        assertEquals(work, tell("xdotool", "getwindowfocus"));
        desk.outputWriter().append("quit\n").flush();
        assertTrue(desk.waitFor(20, TimeUnit.SECONDS));
        tell("xdotool", "key", "ctrl+d");
        assertEquals("hello", Files.readString(folder.resolve("typed")).strip());
    }

    private String tell(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), String.join(" ", command));
        return answer.lines().reduce((first, last) -> last).orElse("");
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private static String firstLine(Process process) throws IOException {
        return process.inputReader().readLine();
    }

    private static boolean has(String program) {
        return Files.isExecutable(Path.of("/usr/bin", program));
    }
}

package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskbell.sandbox.DeskIni;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built image on a real X server with a window manager: what the agent sees, and that it ends as it should. */
@Timeout(120)
final class AgentDeskIT {
    private static final Path IMAGE = Path.of(System.getProperty("deskbell.image"));
    private static final int GREEN = 0x00FF00;
    private static final int WHITE = 0xFFFFFF;
    private static final boolean CI = System.getenv("CI") != null;

    @TempDir
    private Path folder;
    private final List<Process> running = new ArrayList<>();
    private String display;

    @BeforeEach
    void startTheScreen() throws Exception {
        boolean possible = Stream.of("Xvfb", "openbox", "xdotool", "import")
                .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program)));
        assumeTrue(CI || possible, "needs xvfb, openbox, xdotool and imagemagick");
        Process screen = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-noreset",
                "-nolisten", "tcp").redirectError(ProcessBuilder.Redirect.DISCARD).start();
        running.add(screen);
        display = ":" + screen.inputReader().readLine();
        start("openbox");
        start("xdotool", "search", "--sync", "--class", "openbox").waitFor(); // It has the screen.
    }

    @AfterEach
    void endAll() {
        running.reversed().forEach(Process::destroyForcibly);
    }

    @Test
    void aSecondStartShowsTheWindowOfTheFirstAndASignalEndsBoth() throws Exception {
        Path config = config();
        Process first = first(config);

        assertEquals("Deskbell is already running; shown", lastLine(awaitReady(config)));
        awaitTheWindow();

        first.destroy();
        assertTrue(first.waitFor(2, TimeUnit.SECONDS), "not ended within two seconds");
        assertEquals(0, first.exitValue());
    }

    @Test
    void aLinkIsAskedAboutInAWindowAndEnterMeansNo() throws Exception {
        Path config = config();
        Process first = first(config);
        assertEquals("Deskbell is already running; shown", lastLine(awaitReady(config)));

        assertEquals("Deskbell asks on the screen whether to call.", lastLine(deskbell(config, "tel:+31612345678")));
        String question = lastLine(start("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Call$"));
        assertTrue(question.matches("[0-9]+"), question);
        start("xdotool", "windowactivate", "--sync", question, "key", "Return").waitFor();

        assertEquals("Your phone is calling.", lastLine(deskbell(config, "dial", "020 123 4567")));
        first.toHandle().destroy(); // Process.destroy() would close what is read next.
        String log = first.inputReader().lines().reduce("", (before, line) -> before + "\n" + line);
        assertTrue(log.contains(": dialling …67"), log);
        assertFalse(log.contains(": dialling …78"), log);
    }

    /** Seen with other eyes than ours: what is on the screen where a toast stands. */
    @Test
    void noToastCoversWhatFillsTheScreenAndOneComesWhenItIsOver() throws Exception {
        assumeTrue(CI || Files.isExecutable(Path.of("/usr/bin/xterm")), "needs xterm");
        Path config = config("intake", "port = 0\ntoken = 0123456789abcdef\n[ui]\nsound = no");
        first(config);
        awaitTheWindow(); // Which comes by itself where there is no tray, and only now the desk is all there.
        Process film = start("xterm", "-fullscreen", "-bg", "#00ff00", "-T", "film", "-e", "cat");
        String window = lastLine(start("xdotool", "search", "--sync", "--onlyvisible", "--name", "^film$"));
        start("xdotool", "windowactivate", "--sync", window).waitFor();
        await("film", corner -> isAll(GREEN, corner));

        phone(config, "ringing", "1");
        for (int i = 0; i < 3; i++) assertTrue(isAll(GREEN, corner("full-screen")), "something covers the film");
        phone(config, "ended", "1");
        film.destroyForcibly().waitFor();
        await("no-film", corner -> !isAll(GREEN, corner));

        phone(config, "ringing", "2");
        await("toast", corner -> count(WHITE, corner) > 10_000);
        phone(config, "ended", "2");
    }

    private void awaitTheWindow() throws IOException, InterruptedException {
        Process window = start("xdotool", "search", "--sync", "--onlyvisible", "--name", "^Deskbell$");
        assertTrue(window.waitFor(60, TimeUnit.SECONDS), "no window came");
        assertFalse(lastLine(window).isEmpty());
    }

    /** The hook of a softphone. Deskbell may not listen yet: then it says so and is told again. */
    private void phone(Path config, String state, String id) throws IOException, InterruptedException {
        Process told = event(config, state, id);
        for (int i = 0; i < 20 && told.waitFor() != 0; i++) told = event(config, state, id);
        assertEquals(0, told.waitFor(), state);
    }

    private Process event(Path config, String state, String id) throws IOException {
        return deskbell(config, "event", "--state", state, "--direction", "inbound", "--id", id, "--number",
                "0612345678", "--name", "J. Jansen");
    }

    private void await(String what, Predicate<BufferedImage> there) throws IOException, InterruptedException {
        BufferedImage seen = corner(what);
        for (int i = 0; i < 60 && !there.test(seen); i++) seen = corner(what);
        assertTrue(there.test(seen), "never seen: " + what);
    }

    /** Where the toast stands; the picture stays in target/screenshots. */
    private BufferedImage corner(String what) throws IOException, InterruptedException {
        Path kept = Files.createDirectories(Path.of("target", "screenshots")).resolve("desk-" + what + ".png");
        assertEquals(0, start("import", "-window", "root", kept.toString()).waitFor());
        BufferedImage all = ImageIO.read(kept.toFile());
        return all.getSubimage(all.getWidth() - 400, all.getHeight() - 140, 360, 100);
    }

    private static boolean isAll(int rgb, BufferedImage seen) {
        return count(rgb, seen) == seen.getWidth() * seen.getHeight();
    }

    private static int count(int rgb, BufferedImage seen) {
        int found = 0;
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) found += (seen.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
        }
        return found;
    }

    private Path config() throws IOException {
        return config("simulator", "");
    }

    private Path config(String source, String section) throws IOException {
        return Files.writeString(folder.resolve("config.ini"),
                DeskIni.of("201", "http://127.0.0.1:9", "none", source, section));
    }

    /** Has begun when this returns: of two that start together, either may come to be the first. */
    private Process first(Path config) throws IOException {
        Process first = deskbell(config);
        String started = first.inputReader().readLine();
        assertTrue(started.endsWith("for extension 201"), started);
        return first;
    }

    /** The first may not listen yet: then the second says so and is asked again. */
    private Process awaitReady(Path config) throws IOException, InterruptedException {
        Process second = deskbell(config);
        for (int i = 0; i < 20 && second.waitFor() != 0; i++) {
            second = deskbell(config);
        }
        return second;
    }

    private Process deskbell(Path config, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(IMAGE.resolve("bin/deskbell").toString(), "--config",
                config.toString(), "--data", folder.resolve("data").toString()));
        command.addAll(List.of(words));
        return start(command.toArray(String[]::new));
    }

    private static String lastLine(Process process) {
        return process.inputReader().lines().reduce("", (before, line) -> line);
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().put("DISPLAY", display);
        program.environment().keySet().removeAll(List.of("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"));
        Process process = program.start();
        running.add(process);
        return process;
    }
}

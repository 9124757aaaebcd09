package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The demo of the built image; leaves the picture of its page that the README shows. */
@Timeout(120)
class DemoIT {
    private static final Path IMAGE = Path.of(System.getProperty("deskbell.image"));
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:[0-9]+");

    @TempDir
    private Path folder;

    @Test
    void withoutADisplayItPrintsTheDayAndEndsWellByItself() throws Exception {
        Process demo = start(false);
        List<String> printed = demo.inputReader().lines().toList();

        assertTrue(demo.waitFor(30, TimeUnit.SECONDS));
        assertEquals(0, demo.exitValue(), printed.toString());
        assertTrue(printed.get(1).startsWith("There is no display"), printed.get(1));
        assertEquals(List.of("Answered +31612345678 at 201 -> 201", "Disconnected +31612345678 at 201 -> 201",
                "Answered +442079460123 at 201 -> 201", "Transfer +442079460123 at 202 -> 201",
                "Answered +31301234567 at 201 -> 201", "Disconnected +31301234567 at 201 -> 201"),
                printed.stream().filter(line -> line.contains("registerevent"))
                        .map(line -> line.strip().replace("POST registerevent ", "")).toList());
        assertEquals("The day is over: Agent Inbox accepted 6 of 6 events.", printed.getLast());
        assertEquals(List.of(), leftOver());
    }

    @Test
    void withADisplayThePageShowsTheConversationsUntilItIsEnded() throws Exception {
        assumeTrue(Chromium.command().isPresent(), "needs chromium");
        Process demo = start(true);
        try (BufferedReader printed = demo.inputReader(); Chromium browser = new Chromium(folder)) {
            browser.look(1280, 800, false);
            browser.open(URI.create(lineWith(printed, "in your browser")));
            lineWith(printed, "The page stays");
            browser.await("document.querySelectorAll('.card').length === 3");
            browser.await("document.getAnimations().every(a => a.playState === 'finished'"
                    + " || a.effect.getTiming().iterations === Infinity)");
            Path pictures = Files.createDirectories(IMAGE.resolveSibling("screenshots"));
            Files.write(pictures.resolve("demo.png"), browser.picture());
            assertTrue(demo.isAlive());
        } finally {
            demo.destroy();
        }
        assertTrue(demo.waitFor(5, TimeUnit.SECONDS));
        assertEquals(List.of(), leftOver());
    }

    /** With a display in name only: the page is looked at by the test's own browser. */
    private Process start(boolean display) throws IOException {
        ProcessBuilder demo = new ProcessBuilder(IMAGE.resolve("bin/deskbell").toString(), "demo", "--fast");
        demo.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        demo.environment().put("DESKBELL_JAVA_OPTIONS", "-Djava.io.tmpdir=" + folder);
        if (display) demo.environment().put("DISPLAY", ":no-such-display");
        return demo.redirectErrorStream(true).start();
    }

    private List<String> leftOver() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("deskbell-demo"))
                    .toList();
        }
    }

    private static String lineWith(BufferedReader printed, String words) throws IOException {
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            if (!line.contains(words)) continue;
            Matcher address = ADDRESS.matcher(line);
            return address.find() ? address.group() : line;
        }
        throw new AssertionError("never said: " + words);
    }
}

package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.fail;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.imageio.ImageIO;

/** An X server without a screen, a hand at its mouse and an eye on it (Debian: xvfb, xdotool, imagemagick). */
final class Screen implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Started server;
    private final Path folder;
    private final String hand = Debian.program("xdotool", "xdotool");
    private final String eye = Debian.program("import", "imagemagick");
    private final String display;

    Screen(Path folder) throws IOException {
        this.folder = folder;
        server = Started.start(Map.of(), List.of(Debian.program("Xvfb", "xvfb"), "-noreset", "-screen", "0",
                "640x320x24", "-nolisten", "tcp", "-displayfd", "1"));
        display = ":" + server.line();
    }

    String display() {
        return display;
    }

    /** For example {@code click 1} or {@code key Return}. */
    void hand(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(hand));
        command.addAll(List.of(words));
        Started.run(Map.of("DISPLAY", display), command);
    }

    void point(Point where) throws IOException {
        hand("mousemove", String.valueOf(where.x), String.valueOf(where.y));
    }

    BufferedImage look() throws IOException {
        Path file = folder.resolve("look.png");
        Started.run(Map.of("DISPLAY", display), List.of(eye, "-window", "root", file.toString()));
        return ImageIO.read(file.toFile());
    }

    /** Looks until it shows what is awaited. */
    BufferedImage await(String what, Predicate<BufferedImage> shown) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        BufferedImage seen = look();
        while (!shown.test(seen)) {
            if (System.nanoTime() > until) {
                keep("missing-" + what, seen);
                fail("never seen: " + what);
            }
            seen = look();
        }
        return seen;
    }

    static void keep(String name, BufferedImage seen) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        ImageIO.write(seen, "png", SCREENSHOTS.resolve("tray-" + name.replace(' ', '-') + ".png").toFile());
    }

    /** The pixels of this colour, or so. */
    static List<Point> pixels(BufferedImage seen, int rgb) {
        List<Point> found = new ArrayList<>();
        for (int y = 0; y < seen.getHeight(); y++) {
            for (int x = 0; x < seen.getWidth(); x++) {
                if (isNear(seen.getRGB(x, y), rgb)) found.add(new Point(x, y));
            }
        }
        return found;
    }

    static boolean differ(BufferedImage one, BufferedImage other, int atLeast) {
        int differing = 0;
        for (int i = 0; i < one.getWidth() * one.getHeight(); i++) {
            int x = i % one.getWidth();
            int y = i / one.getWidth();
            if (one.getRGB(x, y) != other.getRGB(x, y)) differing++;
        }
        return differing >= atLeast;
    }

    private static boolean isNear(int one, int other) {
        for (int shift = 0; shift <= 16; shift += 8) {
            if (Math.abs((one >> shift & 255) - (other >> shift & 255)) > 4) return false;
        }
        return true;
    }

    @Override
    public void close() {
        server.close();
    }
}

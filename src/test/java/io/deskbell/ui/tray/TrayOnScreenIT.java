package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The icon in real panels, seen and clicked; what was seen stays in target/screenshots. Debian: xvfb, xdotool,
 * imagemagick, dbus-daemon, xfce4-panel (StatusNotifierItem) and trayer (XEmbed).
 */
class TrayOnScreenIT {
    private static final int BLUE = 0x1F78D1;
    private static final Map<TrayState, Integer> COLOURS = Map.of(TrayState.CONNECTING, 0x777F88,
            TrayState.WATCHING, BLUE, TrayState.IN_CALL, 0x1E8A3E, TrayState.PHONE_LOST, 0xD93A32,
            TrayState.TROUBLE, 0xFFC33D, TrayState.PAUSED, 0x777F88);
    private static final int AWT_MENU = 0xDFDFDF;
    private static final int LINE = 20;
    private static final int ENOUGH_PIXELS = 40;
    /** Seconds, in the place of ten, that a panel of today is waited for where none is coming. */
    private static final String SOON = "1";

    @TempDir
    private Path folder;
    private final Deque<Started> started = new ArrayDeque<>();
    private Screen screen;
    private PrivateBus bus;

    @BeforeEach
    void startTheScreen() throws IOException {
        screen = new Screen(folder);
        bus = new PrivateBus(folder);
    }

    @AfterEach
    void stopAll() {
        started.forEach(Started::close);
        if (bus != null) bus.close(); // Where a part is missing there is none.
        if (screen != null) screen.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dark", "light"})
    void aPanelOfTodayShowsEachState(String theme) throws IOException {
        xfcePanel(theme);
        Started program = trayOnly(environment());
        BufferedImage row = new BufferedImage(6 * 40, 34, BufferedImage.TYPE_INT_RGB);
        for (TrayState state : TrayState.values()) {
            program.type(state.name());
            BufferedImage seen = seen(state);
            row.createGraphics().drawImage(seen.getSubimage(0, 0, 40, 34), 40 * state.ordinal(), 0, null);
        }
        Screen.keep("states-" + theme, row);
    }

    @Test
    void aPanelOfTodayShowsTheWordsAndTheMenu() throws IOException {
        xfcePanel("light");
        Started program = trayOnly(environment());
        assertEquals("started", program.line());
        BufferedImage before = seen(TrayState.WATCHING);
        screen.point(centre(before));
        Screen.keep("words", screen.await("the words", now -> Screen.differ(before, now, 1000)));
        screen.hand("click", "1");
        assertEquals("Open[]", program.line());
        screen.hand("click", "3");
        Screen.keep("menu", screen.await("the menu", now -> Screen.differ(before, now, 20_000)));
        screen.hand("key", "Up"); // From the end: Quit, about, the diagnosis, then the settings.
        screen.hand("key", "Up");
        screen.hand("key", "Up");
        screen.hand("key", "Up");
        screen.hand("key", "Return");
        assertEquals("Settings[]", program.line());
        assertEquals(List.of(), awtLibraries(program), "AWT is not loaded where D-Bus does");
    }

    @Test
    void aPanelThatIsRestartedShowsTheIconAgain() throws IOException {
        Started first = xfcePanel("dark");
        trayOnly(environment());
        seen(TrayState.WATCHING);
        first.close();
        screen.await("an empty screen", now -> Screen.pixels(now, BLUE).isEmpty());
        xfcePanel("dark");
        seen(TrayState.WATCHING);
    }

    /** Whether or not there is a bus that panels of today could come to. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPanelOfOldMayComeLateAndComeBack(boolean withBus) throws IOException {
        Started program = trayOnly(withBus ? environment() : noBus(), SOON);
        assertEquals("started", program.line());
        String said = program.line();
        while (!said.equals("no tray")) said = program.line(); // The log speaks too.
        Started first = trayer();
        seen(TrayState.WATCHING);
        first.close();
        screen.await("an empty screen", now -> Screen.pixels(now, BLUE).isEmpty());
        program.type("PHONE_LOST"); // While there is nobody to show it.
        trayer();
        seen(TrayState.PHONE_LOST);
    }

    @Test
    void whereAPanelOfTodayComesAfterOneOfOldTheIconMovesThere() throws IOException {
        Started old = trayer();
        Started program = trayOnly(environment(), SOON);
        assertEquals("started", program.line());
        seen(TrayState.WATCHING);
        old.close();
        screen.await("an empty screen", now -> Screen.pixels(now, BLUE).isEmpty());
        xfcePanel("dark");
        seen(TrayState.WATCHING);
    }

    @Test
    void aPanelOfOldShowsTheIconThroughAwt() throws IOException {
        Map<String, String> noBus = noBus();
        trayer();
        Started program = trayOnly(noBus);
        assertEquals("started", program.line());
        BufferedImage before = seen(TrayState.WATCHING);
        screen.point(centre(before));
        screen.hand("click", "1");
        assertEquals("Open[]", program.line());
        screen.hand("click", "3");
        Screen.keep("awt", screen.await("the menu of AWT", TrayOnScreenIT::showsAwtMenu));
        screen.hand("key", "Escape");
        program.type("PHONE_LOST");
        seen(TrayState.PHONE_LOST);
    }

    private BufferedImage seen(TrayState state) throws IOException {
        return screen.await("the icon " + state,
                now -> Screen.pixels(now, COLOURS.get(state)).size() > ENOUGH_PIXELS && !isStale(state, now));
    }

    /** Colours that belong to the state before; grey is that of two, which differ in the middle. */
    private static boolean isStale(TrayState state, BufferedImage now) {
        return COLOURS.values().stream().filter(colour -> !colour.equals(COLOURS.get(state)))
                .filter(colour -> !(state == TrayState.TROUBLE && colour == BLUE))
                .anyMatch(colour -> Screen.pixels(now, colour).size() > ENOUGH_PIXELS);
    }

    /** AWT puts up an empty menu and writes on it later, line by line. */
    private static boolean showsAwtMenu(BufferedImage now) {
        List<Point> paper = Screen.pixels(now, AWT_MENU);
        if (paper.size() < 20_000) return false;
        IntSummaryStatistics across = paper.stream().mapToInt(point -> point.x).summaryStatistics();
        int lastLine = paper.stream().mapToInt(point -> point.y).max().orElseThrow() - LINE;
        long blank = paper.stream().filter(point -> point.y > lastLine).count();
        return LINE * (across.getMax() - across.getMin() + 1) - blank > ENOUGH_PIXELS;
    }

    private static Point centre(BufferedImage seen) {
        List<Point> blue = Screen.pixels(seen, BLUE);
        int x = (int) blue.stream().mapToInt(point -> point.x).average().orElseThrow();
        int y = (int) blue.stream().mapToInt(point -> point.y).average().orElseThrow();
        return new Point(x, y);
    }

    private Started xfcePanel(String theme) throws IOException {
        String text = new String(TrayOnScreenIT.class.getResourceAsStream("xfce4-panel.xml").readAllBytes(),
                StandardCharsets.UTF_8).replace("@DARK@", String.valueOf(theme.equals("dark")));
        Path settings = folder.resolve("xfce4/xfconf/xfce-perchannel-xml");
        Files.createDirectories(settings);
        Files.writeString(settings.resolve("xfce4-panel.xml"), text);
        return start(environment(), Debian.program("xfce4-panel", "xfce4-panel"), "--disable-wm-check");
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(bus.environment());
        all.put("DISPLAY", screen.display());
        return all;
    }

    private Map<String, String> noBus() {
        return Map.of("DISPLAY", screen.display(), "HOME", folder.toString());
    }

    private Started trayer() throws IOException {
        return start(noBus(), Debian.program("trayer", "trayer"), "--edge", "top", "--align", "left", "--height", "32",
                "--widthtype", "request");
    }

    private Started trayOnly(Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), TrayOnly.class.getName()));
        command.addAll(List.of(words));
        return start(environment, command.toArray(String[]::new));
    }

    private Started start(Map<String, String> environment, String... command) throws IOException {
        Started program = Started.start(environment, List.of(command));
        started.push(program);
        return program;
    }

    private static List<String> awtLibraries(Started program) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(program.pid()), "maps")).stream()
                .filter(line -> line.matches(".*/(libawt|libjavafx|libglass|libfontmanager).*")).toList();
    }
}

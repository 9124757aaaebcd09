package io.deskbell.desktop;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Linux: asks the window manager (Extended Window Manager Hints 1.5), which also restores a minimised window and
 * goes to its desktop. Under Wayland it sees the windows that use X and no others.
 */
final class X11Focus implements WindowFocus {
    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** We are asked by the agent's own settings, as a taskbar is: source indication 2 ("_NET_ACTIVE_WINDOW"). */
    private static final int LIKE_A_TASKBAR = 2;
    private static final List<String> BROWSERS = List.of("chrom", "firefox", "navigator", "edge", "brave", "opera",
            "vivaldi", "browser", "epiphany", "librewolf", "waterfox", "konqueror", "falkon", "crx_");

    private final Optional<SocketAddress> server;
    private final byte[] cookie;
    private final Duration patience;

    X11Focus(Machine machine) {
        Optional<XDisplay> display = machine.variable("DISPLAY").flatMap(XDisplay::of);
        server = display.map(XDisplay::address);
        cookie = display.map(it -> XAuthority.cookie(XAuthority.file(machine), it)).orElse(new byte[0]);
        patience = PATIENCE;
    }

    X11Focus(SocketAddress server, byte[] cookie, Duration patience) {
        this.server = Optional.of(server);
        this.cookie = cookie.clone();
        this.patience = patience;
    }

    @Override
    public Outcome bringToFront(List<String> titles) {
        if (server.isEmpty()) return new NotPossible("there is no X display; Wayland lets no program do this");
        try (XConnection x = XConnection.open(server.get(), cookie, patience)) {
            return bring(x, titles);
        } catch (IOException failed) {
            return new NotPossible("the window manager could not be asked: " + failed.getMessage());
        }
    }

    private static Outcome bring(XConnection x, List<String> titles) throws IOException {
        X11Windows windows = new X11Windows(x);
        List<Integer> topFirst = windows.topFirst();
        if (topFirst.isEmpty() && x.numbers(x.root(), "_NET_SUPPORTING_WM_CHECK").length == 0) {
            return new NotPossible("no window manager tells of its windows (EWMH)");
        }
        List<Integer> ours = new ArrayList<>();
        for (int window : topFirst) {
            if (isBrowser(x, window) && WindowTitle.matches(title(x, window), titles)) ours.add(window);
        }
        if (ours.isEmpty()) return new NoneOpen();
        int chosen = ours.getFirst();
        for (int window : ours.reversed()) {
            if (!windows.isMinimised(window)) chosen = window;
        }
        activate(x, chosen);
        return new BroughtToFront();
    }

    /** @throws IOException when the window manager does not do it in time */
    private static void activate(XConnection x, int window) throws IOException {
        x.watchProperties(x.root());
        if (isActive(x, window)) return;
        x.tellWindowManager(window, "_NET_ACTIVE_WINDOW", LIKE_A_TASKBAR, 0, 0);
        while (!isActive(x, window)) x.awaitPropertyChange();
    }

    private static boolean isActive(XConnection x, int window) throws IOException {
        return new X11Windows(x).active() == window;
    }

    /** Two names, each with a zero behind it (ICCCM 2.0 §4.1.2.5). */
    private static boolean isBrowser(XConnection x, int window) throws IOException {
        String names = new String(x.property(window, "WM_CLASS"), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return Stream.of(names.split("\0")).anyMatch(name -> BROWSERS.stream().anyMatch(name::contains));
    }

    private static String title(XConnection x, int window) throws IOException {
        byte[] modern = x.property(window, "_NET_WM_NAME");
        if (modern.length > 0) return new String(modern, StandardCharsets.UTF_8);
        return new String(x.property(window, "WM_NAME"), StandardCharsets.ISO_8859_1);
    }
}

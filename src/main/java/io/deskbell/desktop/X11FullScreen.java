package io.deskbell.desktop;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Linux: the active window says that it fills the screen (EWMH 1.5, _NET_WM_STATE_FULLSCREEN). */
final class X11FullScreen implements FullScreen {
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Optional<SocketAddress> server;
    private final byte[] cookie;

    X11FullScreen(Machine machine) {
        Optional<XDisplay> display = machine.variable("DISPLAY").flatMap(XDisplay::of);
        server = display.map(XDisplay::address);
        cookie = display.map(it -> XAuthority.cookie(XAuthority.file(machine), it)).orElse(new byte[0]);
    }

    @Override
    public boolean isInFront() {
        if (server.isEmpty()) return false;
        try (XConnection x = XConnection.open(server.get(), cookie, PATIENCE)) {
            int[] active = x.numbers(x.root(), "_NET_ACTIVE_WINDOW");
            if (active.length == 0 || active[0] == 0) return false;
            int filling = x.atom("_NET_WM_STATE_FULLSCREEN");
            return Arrays.stream(x.numbers(active[0], "_NET_WM_STATE")).anyMatch(state -> state == filling);
        } catch (IOException unknown) {
            return false; // Better a toast too many than a call unseen.
        }
    }
}

package io.deskbell.desktop;

import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;

/**
 * Linux: the window that has the keyboard, or the topmost one, says that it fills the screen (EWMH 1.5,
 * _NET_WM_STATE_FULLSCREEN). What is always on top tells nothing, nor do windows of our own: whoever looks at the call
 * list for a moment still has the film behind it.
 */
final class X11FullScreen implements FullScreen {
    /** A busy computer takes its time; a server that takes longer draws no toast either. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String FILLING = "_NET_WM_STATE_FULLSCREEN";

    private final Optional<SocketAddress> server;
    private final byte[] cookie;
    private final long ourselves = ProcessHandle.current().pid();

    X11FullScreen(Machine machine) {
        Optional<XDisplay> display = machine.variable("DISPLAY").flatMap(XDisplay::of);
        server = display.map(XDisplay::address);
        cookie = display.map(it -> XAuthority.cookie(XAuthority.file(machine), it)).orElse(new byte[0]);
    }

    @Override
    public boolean isInFront() {
        if (server.isEmpty()) return false;
        try (XConnection x = XConnection.open(server.get(), cookie, PATIENCE)) {
            X11Windows windows = new X11Windows(x);
            int active = windows.active();
            if (active != 0 && !windows.isOf(active, ourselves) && windows.has(active, FILLING)) return true;
            for (int window : windows.topFirst()) {
                if (tells(windows, window)) return windows.has(window, FILLING);
            }
            return false;
        } catch (IOException unknown) {
            return false; // Better a toast too many than a call unseen.
        }
    }

    private boolean tells(X11Windows windows, int window) throws IOException {
        if (windows.isMinimised(window) || !windows.isHere(window) || windows.isOf(window, ourselves)) return false;
        if (windows.isA(window, "_NET_WM_WINDOW_TYPE_DOCK") || windows.isA(window, "_NET_WM_WINDOW_TYPE_DESKTOP")) {
            return false;
        }
        return windows.has(window, FILLING) || !windows.has(window, "_NET_WM_STATE_ABOVE");
    }
}

package io.deskbell.desktop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What the window manager tells of the windows it looks after (Extended Window Manager Hints 1.5). */
final class X11Windows {
    private static final int ON_ALL_DESKTOPS = -1;

    private final XConnection x;

    X11Windows(XConnection x) {
        this.x = x;
    }

    List<Integer> topFirst() throws IOException {
        int[] bottomFirst = x.numbers(x.root(), "_NET_CLIENT_LIST_STACKING");
        if (bottomFirst.length == 0) bottomFirst = x.numbers(x.root(), "_NET_CLIENT_LIST");
        List<Integer> windows = new ArrayList<>(Arrays.stream(bottomFirst).boxed().toList());
        Collections.reverse(windows);
        return windows;
    }

    /** The window the keyboard goes to; 0 for none. */
    int active() throws IOException {
        int[] active = x.numbers(x.root(), "_NET_ACTIVE_WINDOW");
        return active.length == 0 ? 0 : active[0];
    }

    boolean isMinimised(int window) throws IOException {
        return has(window, "_NET_WM_STATE_HIDDEN");
    }

    /** @param state by its name in EWMH, such as {@code _NET_WM_STATE_ABOVE} */
    boolean has(int window, String state) throws IOException {
        return names(window, "_NET_WM_STATE", state);
    }

    /** @param type by its name in EWMH, such as {@code _NET_WM_WINDOW_TYPE_DOCK} */
    boolean isA(int window, String type) throws IOException {
        return names(window, "_NET_WM_WINDOW_TYPE", type);
    }

    boolean isOf(int window, long process) throws IOException {
        int[] pid = x.numbers(window, "_NET_WM_PID");
        return pid.length > 0 && pid[0] == process;
    }

    /** Whether it is on the desktop that is looked at, as it also is where nothing tells of desktops. */
    boolean isHere(int window) throws IOException {
        int[] desktop = x.numbers(window, "_NET_WM_DESKTOP");
        int[] current = x.numbers(x.root(), "_NET_CURRENT_DESKTOP");
        if (desktop.length == 0 || current.length == 0) return true;
        return desktop[0] == current[0] || desktop[0] == ON_ALL_DESKTOPS;
    }

    private boolean names(int window, String property, String name) throws IOException {
        int atom = x.atom(name);
        return Arrays.stream(x.numbers(window, property)).anyMatch(named -> named == atom);
    }
}

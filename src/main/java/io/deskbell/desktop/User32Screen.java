package io.deskbell.desktop;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.User32;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinDef.HWND;
import com.sun.jna.platform.win32.WinUser;
import java.util.ArrayList;
import java.util.List;

/** The real windows of Windows. The library is loaded at the first question. */
final class User32Screen implements WindowsScreen {
    private static final int LONGEST_TITLE = 1_024;
    private static final int LONGEST_KIND = 256; // A class name has no more (RegisterClassEx).
    private static final int MINIMISED = 0x20000000; // WS_MINIMIZE

    @Override
    public List<Shown> windows() {
        List<Shown> found = new ArrayList<>();
        User32 user32 = User32.INSTANCE;
        user32.EnumWindows((window, data) -> {
            if (user32.IsWindowVisible(window)) found.add(shown(user32, window));
            return true;
        }, Pointer.NULL);
        return List.copyOf(found);
    }

    @Override
    public void restore(long handle) {
        User32.INSTANCE.ShowWindow(window(handle), WinUser.SW_RESTORE);
    }

    @Override
    public void raise(long handle) {
        User32.INSTANCE.SetForegroundWindow(window(handle));
    }

    @Override
    public void liftForegroundLock() {
        WinUser.INPUT nothing = new WinUser.INPUT();
        nothing.type = new DWORD(WinUser.INPUT.INPUT_MOUSE);
        nothing.input.setType("mi");
        WinUser.INPUT[] one = (WinUser.INPUT[]) nothing.toArray(1);
        User32.INSTANCE.SendInput(new DWORD(1), one, nothing.size());
    }

    @Override
    public long foreground() {
        HWND front = User32.INSTANCE.GetForegroundWindow();
        return front == null ? 0 : Pointer.nativeValue(front.getPointer());
    }

    private static Shown shown(User32 user32, HWND window) {
        char[] title = new char[LONGEST_TITLE];
        char[] kind = new char[LONGEST_KIND];
        user32.GetWindowText(window, title, title.length);
        user32.GetClassName(window, kind, kind.length);
        boolean minimised = (user32.GetWindowLong(window, WinUser.GWL_STYLE) & MINIMISED) != 0;
        return new Shown(Pointer.nativeValue(window.getPointer()), Native.toString(kind), Native.toString(title),
                minimised);
    }

    private static HWND window(long handle) {
        return new HWND(new Pointer(handle));
    }
}

package io.deskbell.desktop;

import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;

/** Windows: what the shell goes by for its own notifications (shellapi.h, QUERY_USER_NOTIFICATION_STATE). */
final class WindowsFullScreen implements FullScreen {
    private static final int ACCEPTS_NOTIFICATIONS = 5;
    private static final int NOT_PRESENT = 1; // Locked, or the screen saver runs: nobody is disturbed.

    /** The one function jna-platform leaves out. */
    interface Shell extends StdCallLibrary {
        int SHQueryUserNotificationState(IntByReference state);
    }

    /** Loaded at the first question. */
    private static final class Library {
        static final Shell SHELL = Native.load("shell32", Shell.class);
    }

    @Override
    public boolean isInFront() {
        IntByReference state = new IntByReference();
        boolean answered = Library.SHELL.SHQueryUserNotificationState(state) == 0;
        return answered && state.getValue() != ACCEPTS_NOTIFICATIONS && state.getValue() != NOT_PRESENT;
    }
}

package io.deskbell.desktop;

import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.WinNT;

/**
 * Windows' Application log by ReportEvent (Win32 API, Event Logging). Without a registered message file the viewer
 * shows our words behind a sentence of its own about that; they are searched and filtered all the same.
 */
final class WindowsEventLog implements EventLog {
    private static final String SOURCE = "Deskbell";

    @Override
    public void report(Kind kind, int id, String words) {
        int type = switch (kind) {
            case INFORMATION -> WinNT.EVENTLOG_INFORMATION_TYPE;
            case WARNING -> WinNT.EVENTLOG_WARNING_TYPE;
            case ERROR -> WinNT.EVENTLOG_ERROR_TYPE;
        };
        try {
            WinNT.HANDLE log = Advapi32.INSTANCE.RegisterEventSource(null, SOURCE);
            if (log == null) return; // Refused; the file has the line.
            Advapi32.INSTANCE.ReportEvent(log, type, 0, id, null, 1, 0, new String[] {words}, null);
            Advapi32.INSTANCE.DeregisterEventSource(log);
        } catch (LinkageError notInstalledWhole) {
            return; // Without jnidispatch other things fail louder.
        }
    }
}

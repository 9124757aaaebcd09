package io.deskbell.desktop;

import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Wincon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where what the program prints goes. */
public final class StandardOutput {
    private static final Path OUT = Path.of("/dev/fd/1");
    private static final int KIND = 0xF000; // S_IFMT, S_IFIFO and S_IFSOCK of sys/stat.h, the same on all systems.
    private static final int PIPE = 0x1000;
    private static final int SOCKET = 0xC000;
    private static final int WINDOWS_PIPE = 3; // FILE_TYPE_PIPE, sockets too.

    private StandardOutput() {
    }

    /**
     * Whether it is a pipe. Writing to one fails only when nobody reads it any more; what the system says then is in
     * the user's language, so that it cannot be told by its words from a disk that is full.
     */
    public static boolean isPipe(Machine machine) {
        return machine.system() == OperatingSystem.WINDOWS ? isWindowsPipe() : isPipe(OUT);
    }

    static boolean isPipe(Path place) {
        try {
            int kind = (int) Files.getAttribute(place, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException | UnsupportedOperationException unknown) {
            return false; // As where /proc is not to be seen: then the failure is told.
        }
    }

    private static boolean isWindowsPipe() {
        try {
            Kernel32 windows = Kernel32.INSTANCE;
            return windows.GetFileType(windows.GetStdHandle(Wincon.STD_OUTPUT_HANDLE)) == WINDOWS_PIPE;
        } catch (LinkageError notInstalledWhole) {
            return false;
        }
    }
}

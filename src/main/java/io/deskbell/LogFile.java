package io.deskbell;

import io.deskbell.desktop.Folders;
import io.deskbell.desktop.Machine;
import java.nio.file.Path;

/** Where the program's log is: the system's own place, or the data folder where one is named. */
final class LogFile {
    static final String NAME = "deskbell.log";
    /** The one written to and those before it: {@code deskbell.1.log} is the youngest of them. */
    static final String NAMES = "deskbell(\\.[0-9]+)?\\.log";

    private LogFile() {
    }

    static Path folder(CommandLine line) {
        return line.data().orElseGet(() -> Folders.of(Machine.here()).logs());
    }
}

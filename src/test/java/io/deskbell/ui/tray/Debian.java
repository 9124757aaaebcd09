package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs of the system that a test needs. On a desk a missing one skips the test; where CI=true it fails. */
final class Debian {
    private Debian() {
    }

    /** @param installedBy the Debian package */
    static String program(String name, String installedBy) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable).map(Path::toString).findFirst().orElseGet(() -> {
                    String what = name + " is not installed: apt-get install " + installedBy;
                    if ("true".equals(System.getenv("CI"))) fail(what);
                    abort(what);
                    return name;
                });
    }
}

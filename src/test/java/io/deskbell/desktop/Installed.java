package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The programs a real desktop is made of. At a desk a missing one skips the test; where CI=true it fails. */
final class Installed {
    private Installed() {
    }

    static String program(String name, String debianPackage) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
        String what = name + " is not installed: apt-get install " + debianPackage;
        if (!there && "true".equals(System.getenv("CI"))) fail(what);
        if (!there) abort(what);
        return name;
    }
}

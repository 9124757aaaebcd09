package io.deskbell.desktop;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the launcher is that the user starts Deskbell with: beside the jar, or as an installer's launcher says. */
public final class InstalledProgram {
    private InstalledProgram() {
    }

    /** Empty when run from a build: that is nothing to start at every login. */
    public static Optional<Path> here() {
        Optional<Path> told = Optional.ofNullable(System.getProperty("jpackage.app-path")).map(Path::of);
        return told.or(() -> jar().flatMap(InstalledProgram::besides));
    }

    /** As the image has it: {@code app/deskbell.jar} and {@code bin/deskbell}. */
    static Optional<Path> besides(Path jar) {
        if (!jar.toString().endsWith(".jar")) return Optional.empty();
        Path bin = jar.toAbsolutePath().resolveSibling("..").resolve("bin").normalize();
        return Stream.of("Deskbell.exe", "deskbell.cmd", "deskbell").map(bin::resolve).filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> jar() {
        CodeSource source = InstalledProgram.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException noFile) {
            return Optional.empty();
        }
    }
}

package io.deskbell.source.tapi;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compiles the C of the tests. On a desk a missing compiler skips the test, saying what is missing; in CI it fails. */
final class Compiler {
    static final Path SOURCES = Path.of("src", "test", "c").toAbsolutePath();
    private static final Path HEADER = Path.of("/usr/share/mingw-w64/include/tapi.h");
    /** Of this process alone: others run tests beside it, and may have the library loaded. */
    private static final Path TARGET =
            Path.of("target", "tapi" + System.getProperty("deskbell.fork", "")).toAbsolutePath();

    private Compiler() {
    }

    /** Where compiled things and made headers go. */
    static Path target() throws IOException {
        return Files.createDirectories(TARGET);
    }

    /** Of this computer, with Windows' tapi.h and a few types of Windows in front of it. */
    static void here(String... words) throws IOException, InterruptedException {
        if (!Files.exists(HEADER)) missing("Windows' tapi.h: apt-get install mingw-w64-common");
        Path include = Files.createDirectories(target().resolve("include"));
        for (String empty : List.of("_mingw_unicode.h", "basetsd.h", "oaidl.h")) {
            Files.writeString(include.resolve(empty), "");
        }
        Files.writeString(include.resolve("tapi.h"), Files.readString(HEADER, StandardCharsets.ISO_8859_1),
                StandardCharsets.ISO_8859_1);
        List<String> all = new ArrayList<>(List.of("-I" + SOURCES.resolve("linux"), "-I" + include));
        all.addAll(Arrays.asList(words));
        run("gcc", "gcc", all);
    }

    /** @param machine of which Windows: x86_64 or i686 */
    static void windows(String machine, String... words) throws IOException, InterruptedException {
        run(machine + "-w64-mingw32-gcc", "gcc-mingw-w64-" + machine.replace('_', '-'), Arrays.asList(words));
    }

    private static void run(String compiler, String debian, List<String> words)
            throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, compiler)));
        if (!there) missing(compiler + ": apt-get install " + debian);
        List<String> command = new ArrayList<>(List.of(compiler, "-Wall", "-Wextra", "-Werror"));
        command.addAll(words);
        Process compiling = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(compiling.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (compiling.waitFor() != 0) fail(compiler + ":\n" + said);
    }

    private static void missing(String what) {
        if ("true".equals(System.getenv("CI"))) fail("missing: " + what);
        abort("missing: " + what);
    }
}

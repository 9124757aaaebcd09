package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image as it is on an agent's computer: moved, linked to, without any other Java. */
final class ImageIT {
    private static final int STARTS = 5;

    @TempDir
    Path folder;

    private Path image;

    @BeforeEach
    void findImage() {
        image = Parts.image();
    }

    @Test
    void itStartsThroughALinkFromAnotherFolderWithNoJavaOnThePath() throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        Files.createSymbolicLink(tools.resolve("readlink"), Path.of("/usr/bin/readlink"));
        Path elsewhere = Files.createDirectories(folder.resolve("some where/bin"));
        Files.createSymbolicLink(elsewhere.resolve("deskbell"), image.resolve("bin/deskbell"));

        Program version = DeskbellProcess.run(elsewhere.getParent(), folder, Map.of("PATH", tools.toString()),
                "--version");

        assertEquals(0, version.exitCode(), version.output()::lines);
        assertOneLineOfVersion(version);
    }

    @Test
    void whatIsPackedIsWhatTheWindowAboutTheProgramTellsOf() throws Exception {
        Pattern jar = Pattern.compile("(.+?)-\\d[\\w.]*\\.jar");
        TreeSet<String> packed = new TreeSet<>();
        try (Stream<Path> files = Files.list(image.resolve("app"))) {
            files.map(file -> jar.matcher(file.getFileName().toString())).filter(Matcher::matches)
                    .forEach(name -> packed.add(name.group(1)));
        }
        List<String> told = Files.readAllLines(Path.of("src/main/resources/io/deskbell/libraries.txt")).stream()
                .filter(line -> !line.startsWith("#")).map(line -> line.split(" ")[0])
                .filter(name -> !name.startsWith("javafx-")).toList(); // JavaFX lies in the runtime.
        assertEquals(told, List.copyOf(packed));
    }

    @Test
    void optionsMeantForAnotherJavaDoNotReachIt() throws Exception {
        Program version = DeskbellProcess.run(image, folder,
                Map.of("JAVA_TOOL_OPTIONS", "-XX:+UseG1GC", "JDK_JAVA_OPTIONS", "-Xmx1k", "CLASSPATH", "nowhere"),
                "--version");

        assertEquals(0, version.exitCode(), version.output()::lines);
        assertOneLineOfVersion(version);
    }

    @Test
    void aCopyWithSpacesInItsPathUsesItsStartUpCache() throws Exception {
        Path copy = copyImage("a copy of it");
        assertTrue(Files.exists(copy.resolve("app/deskbell.aot")), "the build left no start-up cache");
        try (ScriptedInbox inbox = ScriptedInbox.start();
                DeskbellProcess deskbell = DeskbellProcess.start(copy, folder, nobodyThere(inbox))) {
            deskbell.awaitLost();

            String mapped = mapped(deskbell.pid());
            assertTrue(mapped.contains(copy.resolve("app/deskbell.aot").toString()), deskbell::log);
            assertTrue(mapped.contains(copy.resolve("app/native").toString()), "SQLite's library is not the image's");
        }
    }

    @Test
    void withoutItsStartUpCacheItRunsAllTheSame() throws Exception {
        Path copy = copyImage("no cache");
        Files.deleteIfExists(copy.resolve("app/deskbell.aot"));

        Program version = DeskbellProcess.run(copy, folder, Map.of(), "--version");

        assertEquals(0, version.exitCode(), version.output()::lines);
        assertOneLineOfVersion(version);
    }

    @Test
    void aSpoiltStartUpCacheIsNoReasonToPrintAtTheUser() throws Exception {
        Path copy = copyImage("bad cache");
        Files.writeString(copy.resolve("app/deskbell.aot"), "not a cache");

        Program version = DeskbellProcess.run(copy, folder, Map.of(), "--version");

        assertEquals(0, version.exitCode(), version.output()::lines);
        assertOneLineOfVersion(version);
    }

    @Test
    void aRunUnpacksNoLibraryAndStopsWithinTwoSeconds() throws Exception {
        try (ScriptedInbox inbox = ScriptedInbox.start();
                DeskbellProcess deskbell = DeskbellProcess.start(image, folder, nobodyThere(inbox))) {
            deskbell.awaitLost();
            assertEquals(List.of(), librariesOutsideTheSystem(deskbell.pid()));

            Duration took = deskbell.stop();
            assertTrue(took.toMillis() < 2_000, () -> "stopped after " + took + "\n" + deskbell.log());
        }
    }

    @Test
    void itsNativeCallsNeedNoUnpackedLibrary() throws Exception {
        List<String> jars;
        try (var files = Files.list(image.resolve("app"))) {
            jars = files.map(Path::toString).filter(file -> file.contains("/jna-")).toList();
        }
        Path empty = Files.createDirectories(folder.resolve("no temporary folder"));
        try (Program jna = Program.start(folder, Map.of(), List.of(image.resolve("runtime/bin/java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Djna.boot.library.path=" + image.resolve("app/native"),
                "-Djna.nounpack=true", "-Djava.io.tmpdir=" + empty, "-cp",
                String.join(":", jars), "com.sun.jna.Native"))) {
            assertEquals(0, jna.exitCode(), jna.output()::lines);
        }
        try (var files = Files.list(empty)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void itsStartUpTimeIsPrinted() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            long began = System.nanoTime();
            assertEquals(0, DeskbellProcess.run(image, folder, Map.of(), "--version").exitCode());
            millis.add(Duration.ofNanos(System.nanoTime() - began).toMillis());
        }
        System.out.println("deskbell --version, " + STARTS + " starts: " + millis + " ms");
    }

    private static DeskbellIni nobodyThere(ScriptedInbox inbox) throws IOException {
        return new DeskbellIni("201", inbox.url(), "sip:127.0.0.1:" + Ports.free(1) + ";transport=tcp",
                Optional.empty());
    }

    private static void assertOneLineOfVersion(Program version) throws InterruptedException {
        version.output().reaches(1, Transcript.PATIENCE);
        List<String> lines = version.output().all();
        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.getFirst().toLowerCase(Locale.ROOT).startsWith("deskbell "), lines::toString);
    }

    /** A library that was unpacked into a temporary folder or a home would be loaded from there. */
    private List<String> librariesOutsideTheSystem(long pid) throws IOException {
        return mapped(pid).lines().map(line -> line.replaceAll("^[^/]*", "")).filter(file -> file.endsWith(".so"))
                .filter(file -> !file.startsWith(image + "/") && !file.matches("/(usr/)?lib.*")).distinct().toList();
    }

    private static String mapped(long pid) throws IOException {
        Path maps = Path.of("/proc/" + pid + "/maps");
        Assumptions.assumeTrue(Files.exists(maps), "only Linux shows what a process has loaded");
        return Files.readString(maps);
    }

    private Path copyImage(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (var files = Files.walk(image)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(image.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        return copy;
    }
}

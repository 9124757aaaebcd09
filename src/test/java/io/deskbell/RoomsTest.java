package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the table of rooms: which package may use which other one of ours, as the compiled classes show it. */
class RoomsTest {
    private static final Path CLASSES = Path.of("target", "classes");
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** The root package may use all; a source below {@code source} may use source, call and config. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("call", Set.of()),
            Map.entry("files", Set.of()),
            Map.entry("config", Set.of("files")),
            Map.entry("desktop", Set.of("files")),
            Map.entry("source", Set.of("call", "config", "files")),
            Map.entry("outbox", Set.of("call", "files")),
            Map.entry("inbox", Set.of("outbox", "call", "config")),
            Map.entry("lookup", Set.of("call", "config")),
            Map.entry("pop", Set.of("call", "desktop", "config")),
            Map.entry("dial", Set.of("call", "config", "desktop", "source")),
            Map.entry("ui", Set.of("call", "source", "outbox", "desktop", "config")),
            Map.entry("ui.tray", Set.of("call", "source", "outbox", "desktop", "config")),
            Map.entry("doctor", Set.of("call", "config", "desktop", "files", "source", "source.*", "outbox", "inbox",
                    "pop", "sandbox", "lookup", "relay")),
            Map.entry("relay", Set.of("call", "config", "files", "source", "source.mqtt")),
            Map.entry("sandbox", Set.of("call")));
    private static final Set<String> A_SOURCE_MAY_USE = Set.of("source", "call", "config");
    private static final List<String> USES = uses();

    @Test
    void everyPackageUsesOnlyWhatTheTableAllows() {
        List<String> forbidden = new ArrayList<>();
        for (String[] edge : edges()) {
            if (!allowed(edge[0], edge[1])) forbidden.add(edge[0] + " uses " + edge[1]);
        }
        assertEquals(List.of(), forbidden);
    }

    @Test
    void theCallRoomKnowsTheJdkAndThePhoneNumberLibraryOnly() {
        List<String> foreign = new ArrayList<>();
        for (String line : USES) {
            String[] edge = line.strip().split("\\s+");
            boolean ofCalls = edge.length > 2 && edge[0].equals("io.deskbell.call") && edge[1].equals("->");
            if (!ofCalls) continue;
            String used = edge[2];
            if (!used.startsWith("java.") && !used.startsWith("com.google.i18n.") && !used.equals("io.deskbell.call")) {
                foreign.add(used);
            }
        }
        assertEquals(List.of(), foreign);
    }

    @Test
    void onlyTheConfigRoomKnowsIni4j() {
        Set<String> users = new TreeSet<>();
        for (String line : USES) {
            String[] edge = line.strip().split("\\s+");
            if (edge.length > 2 && edge[1].equals("->") && edge[2].startsWith("org.ini4j")) users.add(edge[0]);
        }
        assertEquals(Set.of("io.deskbell.config"), users);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        List<Path> silent;
        try (Stream<Path> all = Files.walk(SOURCES.resolve("io"))) {
            silent = all.filter(Files::isDirectory).filter(RoomsTest::holdsJava)
                    .filter(folder -> !Files.exists(folder.resolve("package-info.java"))).toList();
        }
        assertEquals(List.of(), silent);
    }

    private static boolean holdsJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean allowed(String from, String to) {
        if (from.isEmpty()) return true; // The root package builds everything.
        if (from.startsWith("source.")) return A_SOURCE_MAY_USE.contains(to);
        Set<String> may = MAY_USE.getOrDefault(from, Set.of());
        return may.contains(to) || (to.startsWith("source.") && may.contains("source.*"));
    }

    /** Pairs of rooms of ours, the user first; "call", "source.sip", and "" for the root package. */
    private static List<String[]> edges() {
        List<String[]> edges = new ArrayList<>();
        for (String line : USES) {
            String[] words = line.strip().split("\\s+");
            if (words.length < 3 || !words[1].equals("->")) continue;
            if (!isOurs(words[0]) || !isOurs(words[2]) || words[0].equals(words[2])) continue;
            edges.add(new String[] {room(words[0]), room(words[2])});
        }
        assertTrue(edges.size() > 3, "jdeps found next to nothing: is the test looking in the right place?");
        return edges;
    }

    private static boolean isOurs(String name) {
        return name.equals("io.deskbell") || name.startsWith("io.deskbell.");
    }

    private static String room(String name) {
        return name.equals("io.deskbell") ? "" : name.substring("io.deskbell.".length());
    }

    /** What jdeps says of each package, the slower part of all these tests: asked once. */
    private static List<String> uses() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(out), new PrintWriter(err),
                "--multi-release", "base", "--ignore-missing-deps", "--class-path",
                System.getProperty("java.class.path"), "-verbose:package", CLASSES.toString());
        assertEquals(0, code, err.toString() + out);
        return out.toString().lines().toList();
    }
}

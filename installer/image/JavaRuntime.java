import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The part of the JDK that the program needs, with JavaFX in it, linked by {@code jlink}.
 *
 * <p>JavaFX comes as jars. Made into jmods first, its native libraries lie in the runtime's own folder
 * instead of being unpacked into each user's home.
 */
final class JavaRuntime {
    /** Found by name at run time, so jdeps cannot see them: DNS SRV, the demo's web server, window texts. */
    private static final List<String> BY_NAME = List.of("javafx.controls", "javafx.fxml", "java.management",
            "java.naming", "jdk.naming.dns", "jdk.httpserver", "jdk.localedata", "jdk.unsupported");

    /** The certificates that a company puts on Windows computers. */
    private static final String WINDOWS_ONLY = "jdk.crypto.mscapi";

    private static final List<String> LINK_OPTIONS = List.of("--compress", "zip-6", "--no-header-files",
            "--no-man-pages", "--strip-java-debug-attributes", "--include-locales=en,nl,de,fr");

    private final Path folder;
    private final Path work;

    JavaRuntime(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    static String description() {
        return System.getProperty("java.home") + " " + Runtime.version() + " " + BY_NAME + LINK_OPTIONS;
    }

    void link(List<Path> jars, List<Path> javafx) throws IOException {
        TreeSet<String> modules = new TreeSet<>(neededBy(jars, javafx));
        modules.addAll(BY_NAME);
        ModuleLayer.boot().findModule(WINDOWS_ONLY).ifPresent(module -> modules.add(WINDOWS_ONLY));
        String list = String.join(",", modules);
        Stamp stamp = new Stamp(work.resolve("runtime.stamp"), list + Stamp.describe(javafx) + description());
        if (stamp.isCurrent() && Files.isDirectory(folder)) return;

        stamp.clear();
        Path jmods = work.resolve("jmods");
        Folders.delete(jmods);
        Files.createDirectories(jmods);
        for (Path jar : javafx) {
            packModule(jar, jmods);
        }
        Folders.delete(folder);
        List<String> arguments = new ArrayList<>(List.of("--module-path", jmods.toString(), "--add-modules", list,
                "--output", folder.toString()));
        arguments.addAll(LINK_OPTIONS);
        tool("jlink", arguments);
        System.out.println("modules: " + list);
        stamp.set();
    }

    private static List<String> neededBy(List<Path> jars, List<Path> javafx) {
        String known = String.join(java.io.File.pathSeparator, Stream.concat(
                Stream.of(jars.getFirst().getParent()), javafx.stream()).map(Path::toString).toList());
        List<String> arguments = new ArrayList<>(List.of("--print-module-deps", "--ignore-missing-deps",
                "--multi-release", String.valueOf(Runtime.version().feature()), "--module-path", known));
        jars.forEach(jar -> arguments.add(jar.toString()));
        List<String> lines = tool("jdeps", arguments).lines().filter(line -> !line.startsWith("Warning")).toList();
        return Arrays.asList(lines.getLast().strip().split(","));
    }

    private void packModule(Path jar, Path jmods) throws IOException {
        String module = jar.getFileName().toString().replaceAll("javafx-([a-z]+)-.*", "javafx.$1");
        Path unpacked = work.resolve("unpacked");
        Folders.delete(unpacked);
        Path classes = Files.createDirectories(unpacked.resolve("classes"));
        Path libraries = Files.createDirectories(unpacked.resolve("libraries"));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                if (entry.isDirectory() || entry.getName().startsWith("META-INF/")) continue;
                boolean isLibrary = entry.getName().matches("[^/]+\\.(so|dll|dylib)");
                Path target = (isLibrary ? libraries : classes).resolve(entry.getName());
                Files.createDirectories(target.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
        tool("jmod", List.of("create", "--class-path", classes.toString(), "--libs", libraries.toString(),
                jmods.resolve(module + ".jmod").toString()));
        Folders.delete(unpacked);
    }

    private static String tool(String name, List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = ToolProvider.findFirst(name).orElseThrow().run(out, out, arguments.toArray(String[]::new));
        if (code != 0) throw new IllegalStateException(name + " " + String.join(" ", arguments) + "\n" + said);
        return said.toString();
    }
}

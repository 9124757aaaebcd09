import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the program is started: one list of options, for the scripts and for the training run alike.
 *
 * <p>They must be the same in both: a cache made with other heap options is refused by the virtual machine.
 */
final class Launcher {
    static final String CACHE = "deskbell.aot";

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final Path home;
    private final AppFolder app;

    Launcher(Path home, AppFolder app) {
        this.home = home;
        this.app = app;
    }

    /** Small, because the program runs all day beside others: a small young generation alone saves 15 MB. */
    static List<String> options() {
        List<String> options = new ArrayList<>(List.of("-XX:+UseSerialGC", "-Xms8m", "-XX:NewSize=3m",
                "-XX:MaxNewSize=12m", "-Xmx96m", "-XX:TieredStopAtLevel=1"));
        // At rest the virtual machine looks for locks to let go four times a second, and for leftovers once: two thirds
        // of all it does then. It looks anyway when there are many.
        options.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:AsyncDeflationInterval=5000",
                "-XX:ServiceThreadCleanupInterval=10000"));
        if (System.getProperty("os.name").equals("Linux")) {
            // Only glibc can give memory back this way; elsewhere the option is a warning at every start.
            options.add("-XX:TrimNativeHeapInterval=3000");
            // With GTK JavaFX's pulse never pauses (GtkTimer): half the wakes, and lists scroll smoothly still.
            options.add("-Djavafx.animation.pulse=30");
        } else {
            // The proxy IT has set for the user; on Linux asking for it would load the desktop's libraries.
            options.add("-Djava.net.useSystemProxies=true");
        }
        // Windows of text and buttons need no graphics card, whose driver alone takes 60 MB.
        options.add("-Dprism.order=sw");
        options.add("--enable-native-access=ALL-UNNAMED,javafx.graphics");
        return options;
    }

    Path java() {
        return home.resolve("runtime").resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
    }

    Path cache() {
        return app.folder().resolve(CACHE);
    }

    boolean isThere() {
        return Files.exists(home.resolve("bin").resolve("deskbell")) && Files.exists(java());
    }

    /** The whole line up to the main class, as the scripts have it. */
    List<String> commandWith(String cacheOption) throws IOException {
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(options());
        command.add(cacheOption);
        command.add("-Dorg.sqlite.lib.path=" + app.folder().resolve("native"));
        command.addAll(List.of("-Djna.boot.library.path=" + app.folder().resolve("native"), "-Djna.nounpack=true"));
        command.add("-cp");
        command.add(String.join(File.pathSeparator, app.jars().stream().map(Path::toString).toList()));
        command.add("io.deskbell.Main");
        return command;
    }

    void write() throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        List<String> names = app.jars().stream().map(jar -> jar.getFileName().toString()).toList();
        Path script = bin.resolve("deskbell");
        Files.writeString(script, LauncherScripts.posix(options(), names));
        if (!script.toFile().setExecutable(true, false)) throw new IOException(script + ": cannot be made executable");
        Path event = bin.resolve("deskbell-event");
        Files.writeString(event, LauncherScripts.event());
        if (!event.toFile().setExecutable(true, false)) throw new IOException(event + ": cannot be made executable");
        if (WINDOWS) Files.writeString(bin.resolve("deskbell.cmd"), LauncherScripts.windows(options(), names));
    }
}

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Builds the folder that installers pack: launcher, runtime, program and start-up cache.
 *
 * <p>Run by the JDK whose runtime is to be shipped, as
 * {@code java BuildImage.java ITS_OWN_FOLDER JAR BUILD_FOLDER CLASS_PATH}.
 * What has not changed since the last run is kept, so that a repeated build costs next to nothing.
 */
final class BuildImage {
    private final BuildInputs inputs;

    private BuildImage(BuildInputs inputs) {
        this.inputs = inputs;
    }

    public static void main(String... arguments) throws IOException, InterruptedException {
        if (arguments.length != 4) {
            System.err.println("usage: java BuildImage.java ITS_OWN_FOLDER JAR BUILD_FOLDER CLASS_PATH");
            System.exit(2);
        }
        Instant began = Instant.now();
        new BuildImage(BuildInputs.of(arguments[0], arguments[1], arguments[2], arguments[3])).run();
        System.out.printf(Locale.ROOT, "%-22s %6.1f s%n", "built in",
                Duration.between(began, Instant.now()).toMillis() / 1000.0);
    }

    private void run() throws IOException, InterruptedException {
        Path home = inputs.home();
        AppFolder app = new AppFolder(home.resolve("app"));
        JavaRuntime runtime = new JavaRuntime(home.resolve("runtime"), inputs.work());
        Launcher launcher = new Launcher(home, app);
        Stamp whole = new Stamp(inputs.work().resolve("image.stamp"),
                Stamp.describe(inputs.all()) + JavaRuntime.description());
        if (!whole.isCurrent() || !launcher.isThere()) {
            whole.clear();
            app.fill(inputs.jar(), inputs.libraries());
            runtime.link(app.jars(), inputs.javafx());
            launcher.write();
            new Icons(inputs.jar(), inputs.work().resolveSibling("icons")).draw();
            boolean trained = new StartupCache(launcher, inputs.work()).train();
            if (trained) whole.set();
        }
        print(home);
    }

    private static void print(Path home) throws IOException {
        Map<String, Path> rows = Map.of("runtime", home.resolve("runtime"), "program", home.resolve("app"),
                "start-up cache", home.resolve("app").resolve(Launcher.CACHE), "image", home);
        for (String row : List.of("runtime", "program", "start-up cache", "image")) {
            long bytes = size(rows.get(row));
            if (row.equals("program")) bytes -= size(rows.get("start-up cache"));
            System.out.printf(Locale.ROOT, "%-22s %6.1f MB%n", row, bytes / 1_000_000.0);
        }
    }

    private static long size(Path start) throws IOException {
        if (Files.notExists(start)) return 0;
        try (var files = Files.walk(start)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}

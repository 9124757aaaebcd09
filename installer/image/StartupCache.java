import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs the demo once so that the virtual machine can keep the classes it loaded (JEP 514), which halves start-up.
 *
 * <p>The demo takes the same path as a working day without a window. An image without the cache works as well.
 */
final class StartupCache {
    private static final int LONGEST_SECONDS = 180;

    private final Launcher launcher;
    private final Path work;

    StartupCache(Launcher launcher, Path work) {
        this.launcher = launcher;
        this.work = work;
    }

    /** False when the image has to do without; then the next build tries again. */
    boolean train() throws IOException, InterruptedException {
        Path cache = launcher.cache();
        Path data = work.resolve("training");
        Path log = work.resolve("training.log");
        Folders.delete(data);
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(launcher.commandWith("-XX:AOTCacheOutput=" + cache));
        command.addAll(List.of("--headless", "--data", data.toString(), "demo", "--fast"));
        ProcessBuilder training = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing()));
        List.of("DISPLAY", "WAYLAND_DISPLAY", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH")
                .forEach(training.environment()::remove);
        Process process = training.start();
        boolean ended = process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        if (!ended || process.exitValue() != 0) Files.deleteIfExists(cache);
        boolean trained = Files.exists(cache);
        if (!trained) {
            System.out.println("No start-up cache: the training run failed, see " + log + ". The image works without.");
        }
        return trained;
    }

    private static File nothing() {
        return new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}

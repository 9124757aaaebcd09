package io.deskbell;

import io.deskbell.config.ConfigException;
import io.deskbell.config.LogSettings;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over what a changed configuration says of the log, within seconds, without a restart; on its own thread. */
final class LogLevels {
    static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(LogLevels.class);

    private final List<Path> files;
    private final Loading loading;
    private final Consumer<LogSettings> applying;
    private final Waiting waiting;

    /** Reads the configuration anew. */
    @FunctionalInterface
    interface Loading {
        LogSettings load() throws ConfigException;
    }

    LogLevels(List<Path> files, Loading loading, Consumer<LogSettings> applying, Waiting waiting) {
        this.files = List.copyOf(files);
        this.loading = loading;
        this.applying = applying;
        this.waiting = waiting;
    }

    /** Ends with the program. */
    void start() {
        Thread.ofVirtual().name("log-levels").start(this::run);
    }

    void run() {
        String before = looks();
        try {
            while (true) {
                waiting.pause(BETWEEN_LOOKS);
                String now = looks();
                if (!now.equals(before)) changed();
                before = now;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void changed() {
        try {
            applying.accept(loading.load());
            LOG.info("the configuration was changed: the log goes by it from now on");
        } catch (ConfigException wrong) {
            LOG.warn("the configuration was changed and has a fault, the log stays as it was: {}",
                    wrong.problems().getFirst());
        }
    }

    /** Enough of the files to see that one has changed. */
    private String looks() {
        return files.stream().map(LogLevels::look).collect(Collectors.joining(" "));
    }

    private static String look(Path file) {
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file);
        } catch (IOException notThere) {
            return "-";
        }
    }
}

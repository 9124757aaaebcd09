package io.deskbell.desktop;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Starts programs; a stand-in starts none. */
@FunctionalInterface
public interface Launcher {
    /** Really starts them. What they print is nobody's business and is thrown away. */
    Launcher REAL = (command, patience) -> {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
    };

    /**
     * Returns the exit code, or empty when the program still runs after that long.
     *
     * @throws IOException when there is no such program
     */
    OptionalInt run(List<String> command, Duration patience) throws IOException, InterruptedException;
}

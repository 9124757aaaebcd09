package io.deskbell.config;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program without a shell and reads the first line it prints; of a longer one, as much as is of use. */
final class FirstLine {
    private static final int MOST_BYTES = 4_096;

    private FirstLine() {
    }

    /** @throws IOException in words for a person: it is not there, fails, or takes too long */
    static String of(List<String> command, Duration patience) throws IOException {
        String program = command.getFirst();
        Process process = started(command);
        try {
            CompletableFuture<String> heard = new CompletableFuture<>();
            Thread.ofVirtual().name("first-line").start(() -> heard.complete(listen(process)));
            process.getOutputStream().close();
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(program + " took longer than " + patience.toSeconds() + " s");
            }
            if (process.exitValue() != 0) throw new IOException(program + " failed with " + process.exitValue());
            // What it started and left behind may hold the output open.
            return heard.get(patience.toMillis(), TimeUnit.MILLISECONDS).lines().findFirst().orElse("");
        } catch (TimeoutException | ExecutionException unheard) {
            throw new IOException(program + " ended without closing its output", unheard);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " was not waited for", stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process started(List<String> command) throws IOException {
        try {
            return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException notThere) {
            throw new IOException(command.getFirst() + " cannot be started; write its full path", notThere);
        }
    }

    /** Reads to the end, so that a program that prints a lot is not held up, and keeps the beginning. */
    private static String listen(Process process) {
        Charset charset = Charset.forName(Optional.ofNullable(System.getProperty("native.encoding")).orElse("UTF-8"));
        try {
            byte[] beginning = process.getInputStream().readNBytes(MOST_BYTES);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return new String(beginning, charset);
        } catch (IOException ended) {
            return "";
        }
    }
}

package io.deskbell.desktop;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program, says something to it and listens to its answer. What is secret is said, never put into the command:
 * other users of the computer can read command lines. A stand-in starts none.
 */
@FunctionalInterface
interface Dialogue {
    /** What the program printed, as UTF-8, and how it ended. */
    record Answer(int exit, String text) {
        @Override
        public String toString() {
            return "exit " + exit; // The text may be a secret.
        }
    }

    Dialogue REAL = (command, said, patience) -> {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            CompletableFuture<String> heard = new CompletableFuture<>();
            Thread.ofVirtual().name("listening").start(() -> heard.complete(listen(process)));
            try (OutputStream ear = process.getOutputStream()) {
                ear.write(said.getBytes(StandardCharsets.UTF_8));
            } catch (IOException notListening) {
                // It ended without hearing us out; its exit code says why.
            }
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(command.getFirst() + " does not answer");
            }
            return new Answer(process.exitValue(), heard.join());
        } finally {
            process.destroyForcibly();
        }
    };

    /** @throws IOException when there is no such program, or it takes longer than that */
    Answer ask(List<String> command, String said, Duration patience) throws IOException, InterruptedException;

    private static String listen(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException ended) {
            return "";
        }
    }
}

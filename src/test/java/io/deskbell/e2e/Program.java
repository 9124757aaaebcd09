package io.deskbell.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program started by a test: what it prints is kept, and it does not outlive the test. */
final class Program implements AutoCloseable {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Transcript<String> output = new Transcript<>();
    private final Thread reader;

    private Program(String name, Process process) {
        this.name = name;
        this.process = process;
        // Reading a pipe holds a virtual thread's carrier, of which there are as many as cores: two here.
        reader = Thread.ofPlatform().daemon().name(name + " output").start(this::readOutput);
    }

    static Program start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Program(Path.of(command.getFirst()).getFileName().toString(), builder.start());
    }

    Transcript<String> output() {
        return output;
    }

    long pid() {
        return process.pid();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    void type(String line) throws IOException {
        OutputStream keyboard = process.getOutputStream();
        keyboard.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    /** Waits for the program to end by itself, and until all that it said has been read. */
    int exitCode() throws InterruptedException {
        boolean ended = process.waitFor(Transcript.PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                && reader.join(Transcript.PATIENCE);
        if (ended) return process.exitValue();
        throw new AssertionError(name + " does not end; it said:\n" + output.lines());
    }

    /** Asks the program to end (SIGTERM) and says how long it took. */
    Duration stop() throws InterruptedException {
        long asked = System.nanoTime();
        process.destroy();
        boolean ended = process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        Duration took = Duration.ofNanos(System.nanoTime() - asked);
        if (!ended) process.destroyForcibly().waitFor();
        return took;
    }

    /** As in a power cut: the program learns nothing of it. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly()).join();
    }

    private void readOutput() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
            }
        } catch (IOException ended) {
            output.add(name + " output ended: " + ended.getMessage());
        }
    }
}

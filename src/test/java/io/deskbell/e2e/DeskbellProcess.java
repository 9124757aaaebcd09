package io.deskbell.e2e;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The built image, running without a window as IT would run it. */
final class DeskbellProcess implements Closeable {
    private final Program program;

    private DeskbellProcess(Program program) {
        this.program = program;
    }

    /** Watching its phone when this returns. */
    static DeskbellProcess watching(Path parent, DeskbellIni ini) throws IOException, InterruptedException {
        DeskbellProcess deskbell = start(Parts.image(), parent, ini);
        try {
            deskbell.awaitWatching();
            return deskbell;
        } catch (AssertionError failed) {
            deskbell.close();
            throw failed;
        }
    }

    static DeskbellProcess start(Path image, Path parent, DeskbellIni ini) throws IOException {
        return start(image, parent.resolve("deskbell of " + ini.extension()), ini.text());
    }

    /** With this configuration, in a folder of its own. */
    static DeskbellProcess start(Path image, Path folder, String ini) throws IOException {
        Path config = Files.createDirectories(folder).resolve("config.ini");
        Files.writeString(config, ini);
        return new DeskbellProcess(run(image, folder, Map.of(), "--headless", "--config", config.toString(),
                "--data", folder.resolve("data").toString()));
    }

    /** Any other use of the command line. */
    static Program run(Path image, Path folder, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(image.resolve("bin").resolve("deskbell").toString()));
        command.addAll(List.of(arguments));
        return Program.start(folder, environment, command);
    }

    /** Each time the line comes up there is one log line, so this waits for the next of them. */
    void awaitWatching() throws InterruptedException {
        program.output().await("word of watching", line -> line.contains(": watching "));
    }

    void awaitLost() throws InterruptedException {
        program.output().await("word of a lost line", line -> line.contains(": not watching "));
    }

    /** The next log line with these words in it. */
    void awaitLog(String words) throws InterruptedException {
        program.output().await(words, line -> line.contains(words));
    }

    /** It has seen a call begin, on either side. */
    void awaitRinging() throws InterruptedException {
        program.output().await("word of a ring",
                line -> line.contains(": ringing, ") || line.contains(": dialling "));
    }

    /** It has seen an answer; a call that ends within milliseconds of it may never show one. */
    void awaitAnswered() throws InterruptedException {
        program.output().await("word of an answer", line -> line.contains(": answered, "));
    }

    /** It has seen that the agent talks to this colleague. */
    void awaitTalkingTo(String colleague) throws InterruptedException {
        program.output().await("word of the consultation",
                line -> line.contains(": answered, colleague " + colleague + " "));
    }

    long pid() {
        return program.pid();
    }

    String log() {
        return program.output().lines();
    }

    /** How long it took from the stop signal to the end. */
    Duration stop() throws InterruptedException {
        return program.stop();
    }

    void kill() {
        program.kill();
    }

    @Override
    public void close() {
        program.close();
    }
}

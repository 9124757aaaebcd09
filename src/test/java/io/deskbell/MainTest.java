package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What scripts and IT see of the program's end: exit codes, and words instead of bare paths. */
class MainTest {
    @TempDir
    private Path folder;

    @Test
    void outputThatIsLostIsAFailureAndSaidSo() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(1, Main.written(0, broken(), new PrintStream(said), () -> false));
        assertEquals("what was to be printed could not be written to its end: see to the disk that takes it"
                + System.lineSeparator(), said.toString(StandardCharsets.UTF_8));
        assertEquals(2, Main.written(2, broken(), new PrintStream(said), () -> false), "a worse one stays");
        assertEquals(0, Main.written(0, new PrintStream(OutputStream.nullOutputStream()), new PrintStream(said),
                () -> false));
    }

    @Test
    void aReaderWhoLeftEarlyIsToldNothing() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertEquals(141, Main.written(0, broken(), new PrintStream(said), () -> true));
        assertEquals(1, Main.written(1, broken(), new PrintStream(said), () -> true), "what was found stays");
        assertEquals("", said.toString(StandardCharsets.UTF_8));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeWhoseReaderIsGoneIsEndedQuietly() throws Exception {
        Path said = folder.resolve("said");
        // It begins to print only when it is told that the reader has gone.
        List<String> command = new ArrayList<>(List.of("sh", "-c", "read gone; exec \"$@\"", "sh"));
        command.addAll(program("reference", "log"));
        Process printing = quiet(command).redirectError(said.toFile()).start();
        printing.getInputStream().close();
        try (OutputStream keyboard = printing.getOutputStream()) {
            keyboard.write("gone\n".getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals(141, exitOf(printing));
        assertEquals("", Files.readString(said));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsFullIsToldOf() throws Exception {
        Path said = folder.resolve("said");
        assertEquals(1, exitOf(quiet(program("reference", "log")).redirectError(said.toFile())
                .redirectOutput(new File("/dev/full")).start()));
        String words = Files.readString(said);
        assertTrue(words.startsWith("what was to be printed"), words);
    }

    private static PrintStream broken() {
        PrintStream broken = new PrintStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        broken.print("a page");
        return broken;
    }

    @Test
    void aWrongConfigurationIsSaidOnceAndLogged() throws Exception {
        Path ini = Files.writeString(folder.resolve("c.ini"), "[phone]\nsource = spi\n");
        Path data = folder.resolve("data");
        Path said = folder.resolve("said");
        assertEquals(2, exitOf(quiet(program("--headless", "--config", ini.toString(), "--data", data.toString()))
                .redirectErrorStream(true).redirectOutput(said.toFile()).start()));
        String told = ".* DB7010 the configuration has a fault: .*c\\.ini \\[phone] source = spi: not one of .*";
        for (Path place : List.of(said, data.resolve(LogFile.NAME))) {
            List<String> lines = Files.readAllLines(place).stream().filter(line -> line.contains("= spi")).toList();
            assertEquals(1, lines.size(), lines::toString);
            assertTrue(lines.getFirst().matches(told), lines::toString);
        }
    }

    /** To be a process of its own. */
    private static List<String> program(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    private static ProcessBuilder quiet(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS"); // Java tells of it.
        return builder;
    }

    private static int exitOf(Process process) throws InterruptedException {
        boolean ended = process.waitFor(2, TimeUnit.MINUTES);
        if (!ended) process.destroyForcibly();
        assertTrue(ended, "it does not end");
        return process.exitValue();
    }

    @Test
    void aPathIsNoMessage() throws IOException {
        assertEquals("/a: no such file or folder; name another place",
                FileTrouble.words(new NoSuchFileException("/a")));
        assertEquals("/a: this user may not do that there; name another place",
                FileTrouble.words(new AccessDeniedException("/a")));
        assertEquals("/a: No space left on device; name another place",
                FileTrouble.words(new FileSystemException("/a", null, "No space left on device")));
        assertEquals("there is no display", FileTrouble.words(new IOException("there is no display")));
        assertEquals("IOException", FileTrouble.words(new IOException()));
        Path file = Files.createFile(folder.resolve("file"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(said, true));
        try {
            assertEquals(1, Main.run("policy-templates", file.toString()));
        } finally {
            System.setErr(before);
        }
        assertTrue(said.toString(StandardCharsets.UTF_8).matches(".*file: .+; name another place\\R"), said::toString);
    }

    @Test
    void whatLibrariesTellJavaGoesIntoOurLog() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        var root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(log);
        try {
            new JavaLogging(); // As Java does when the first library logs.
            Logger.getLogger("com.burgstaller.okhttp").warning("unsupported algorithm");
            assertEquals(List.of("unsupported algorithm"),
                    log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
            assertEquals(1, Logger.getLogger("").getHandlers().length, "nothing else writes, on no console");
        } finally {
            root.detachAppender(log);
            LogManager.getLogManager().readConfiguration();
        }
    }
}

package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What scripts and IT see of the program's end: exit codes, and words instead of bare paths. */
class MainTest {
    @TempDir
    private Path folder;

    @Test
    void outputThatIsLostIsAFailureAndSaidSo() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream full = new PrintStream(new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        });
        full.print("a page");
        assertEquals(1, Main.written(0, full, new PrintStream(said)));
        assertEquals("what was to be printed could not be written to its end: see to the disk or program that takes it"
                + System.lineSeparator(), said.toString(StandardCharsets.UTF_8));
        assertEquals(2, Main.written(2, full, new PrintStream(said)), "a worse one stays");
        assertEquals(0, Main.written(0, new PrintStream(OutputStream.nullOutputStream()), new PrintStream(said)));
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

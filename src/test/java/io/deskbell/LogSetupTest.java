package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import io.deskbell.config.ConfigException;
import io.deskbell.config.LogSettings;
import io.deskbell.config.Problem;
import io.deskbell.desktop.EventLog;
import io.deskbell.source.SourceRunner;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(30)
class LogSetupTest {
    private static final String LOST = "{}: not watching {}: {}";
    private final LoggerContext context = new LoggerContext();
    private final LogEvents events = LogEvents.load();
    private final LogLine line = new LogLine(events, new Masking());

    @TempDir
    private Path folder;

    @AfterEach
    void asUsual() {
        LogSetup.apply(LogSettings.USUAL);
    }

    @Test
    void aLineHasItsIdAndNoNumber() {
        String text = line.doLayout(lost("+31612345678 is away"));
        assertTrue(text.matches("\\d{4}-\\d\\d-\\d\\d [0-9:.]{12} WARN  source   DB2002 sip: not watching 201: …78 is"
                + " away\\R"), text);
        assertTrue(line.doLayout(event("io.netty.Some", Level.WARN, "theirs")).contains(" -      theirs"));
    }

    @Test
    void fullFilesTakeTurnsAndTheOldestGoes() throws IOException {
        Appender<ILoggingEvent> appender = LogFile.appender(folder.resolve("logs"), context, this::encoded, 2_000);
        appender.start();
        for (int i = 0; i < 2_000; i++) appender.doAppend(lost("for the " + i + "th time, which is rather often"));
        appender.stop();
        try (var files = Files.list(folder.resolve("logs"))) {
            List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
            assertTrue(names.contains("deskbell.log"), names.toString());
            assertTrue(names.size() <= LogFile.KEPT + 1, names.toString());
            names.forEach(name -> assertTrue(name.matches(LogFile.NAMES), name));
        }
    }

    @Test
    void aFolderThatIsAFileIsALine() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(file.resolve("deskbell.log") + " cannot be made: see to the folder's rights",
                assertThrows(IOException.class, () -> LogFile.appender(file, context, this::encoded)).getMessage());
    }

    @Test
    void roomsLogAtALevelOfTheirOwnUntilTheConfigurationSaysOtherwise() {
        LogSetup.apply(new LogSettings("warn", Map.of("source.sip", "debug"), Optional.empty()));
        assertTrue(LoggerFactory.getLogger("io.deskbell.source.sip.SipSource").isDebugEnabled());
        assertFalse(LoggerFactory.getLogger("io.deskbell.source.SourceRunner").isInfoEnabled());
        assertEquals(0, LogCommand.answer(List.of("log", "outbox", "TRACE")).exit());
        assertTrue(LoggerFactory.getLogger("io.deskbell.outbox.Outbox").isTraceEnabled());
        LogSetup.apply(LogSettings.USUAL);
        assertFalse(LoggerFactory.getLogger("io.deskbell.outbox.Outbox").isDebugEnabled());
        assertFalse(LoggerFactory.getLogger("io.deskbell.source.sip.SipSource").isDebugEnabled());
        assertTrue(LoggerFactory.getLogger("io.deskbell.source.SourceRunner").isInfoEnabled());
    }

    @Test
    void whatIsNoRoomOrLevelIsRefused() {
        for (List<String> words : List.of(List.of("log"), List.of("log", "sip"), List.of("log", "sip", "loud"),
                List.of("log", "../x", "info"), List.of("log", "source.sip", "info", "more"),
                List.of("log", "source.sip", "loud"), List.of("log", "nowhere", "info"))) {
            assertEquals(2, LogCommand.answer(words).exit(), words.toString());
        }
        assertEquals("SIP: no such room; did you mean source.sip?",
                LogCommand.answer(List.of("log", "SIP", "debug")).words());
    }

    @Test
    void syslogGetsRfc5424WithTheIdAndNoNumber() throws IOException {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(10_000);
            SyslogAppender appender = new SyslogAppender(InetSocketAddress.createUnresolved("127.0.0.1",
                    server.getLocalPort()), line);
            appender.setContext(context);
            appender.start();
            appender.doAppend(lost("0612345678\nis away"));
            DatagramPacket got = new DatagramPacket(new byte[4_096], 4_096);
            server.receive(got);
            appender.stop();
            String text = new String(got.getData(), 0, got.getLength(), StandardCharsets.UTF_8);
            String host = Pattern.quote(InetAddress.getLocalHost().getHostName()); // In the very first line, too.
            assertTrue(text.matches("<12>1 \\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z " + host + " deskbell \\d+ DB2002 - "
                    + "\uFEFFsip: not watching 201: …78 / is away"), text);
        }
    }

    @Test
    void theLogOfWindowsGetsWhatIsMarkedForIt() {
        List<String> reported = new ArrayList<>();
        EventLog windows = (kind, id, words) -> reported.add(kind + " " + id + " " + words);
        SystemLogAppender appender = new SystemLogAppender(windows, events, line);
        appender.setContext(context);
        appender.start();
        appender.doAppend(lost("no route"));
        appender.doAppend(event(SourceRunner.class.getName(), Level.INFO, "{}: watching {}", "sip", "201"));
        appender.doAppend(event(Companion.class.getName(), Level.INFO, "stopped"));
        assertEquals(List.of("WARNING 2002 DB2002 sip: not watching 201: no route", "INFORMATION 1002 DB1002 stopped"),
                reported);
    }

    @Test
    void aChangedFileIsTakenOverAndAFaultyOneIsNot() throws IOException {
        Path file = Files.writeString(folder.resolve("c.ini"), "1");
        List<LogSettings> applied = new ArrayList<>();
        LogSettings other = new LogSettings("debug", Map.of(), Optional.empty());
        List<String> steps = new ArrayList<>(List.of("nothing", "12", "123 faulty", "1234", "end"));
        new LogLevels(List.of(file), () -> {
            if (steps.getFirst().equals("1234")) {
                throw new ConfigException(List.of(new Problem("c.ini", "log", "level", "loud", "not a level")));
            }
            return other;
        }, applied::add, pause -> {
            String step = steps.removeFirst();
            if (step.equals("end")) throw new InterruptedException();
            if (!step.equals("nothing")) write(file, step);
        }).run();
        assertTrue(Thread.interrupted());
        assertEquals(List.of(other, other), applied);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException unwritten) {
            throw new AssertionError(unwritten);
        }
    }

    private void encoded(OutputStreamAppender<ILoggingEvent> appender, LoggerContext of) {
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(of);
        encoder.setLayout(line);
        line.start();
        encoder.start();
        appender.setEncoder(encoder);
    }

    private ILoggingEvent lost(String why) {
        return event(SourceRunner.class.getName(), Level.WARN, LOST, "sip", "201", why);
    }

    private ILoggingEvent event(String logger, Level level, String words, Object... values) {
        return new LoggingEvent("test", context.getLogger(logger), level, words, null, values);
    }
}

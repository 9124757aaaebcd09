package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class TapeFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void itIsARecordingAsTheyAreReplayed() throws IOException {
        Path file = folder.resolve("line.rec");
        Tape tape = new TapeFile(file, "desk: 201\n", UnaryOperator.identity(), CLOCK).of("sip");
        tape.lineUp();
        tape.came("notify", "NOTIFY x\r\nEvent: dialog\r\n\r\n<a>\u00c3\u00bc</a>\r\n");
        tape.came("notify", "NOTIFY x\r\n\r\n<a>\u00fc\\\n>>>\n</a>");
        assertEquals("""
                # Recorded by Deskbell, 2026-01-05T09:00:00Z
                desk: 201
                --- in
                0.000 sip/line-up
                0.000 sip/notify <<<
                NOTIFY x
                Event: dialog

                <a>ü</a>
                >>>
                0.000 sip/notify bytes <<<
                NOTIFY x

                <a\\x3E\\xFC\\x5C\\x0A\\x3E\\x3E\\x3E\\x0A</a\\x3E
                >>>
                """, Files.readString(file));
    }

    @Test
    void whatWasWrittenIsReadBackOctetByOctet() {
        String broken = "POST /x?name=\u00e9\\x41> HTTP/1.0\r\nHost: a\r\n\r\n\u00ff\r\n\u0000\r\n\r\n\\";
        List<String> written = TapeText.written(broken).lines().toList();
        assertEquals(" bytes <<<", written.getFirst());
        assertEquals(broken.replaceFirst("HTTP/1.0\r\nHost: a\r\n\r\n", "HTTP/1.0\nHost: a\n\n"),
                TapeText.read(written.subList(1, written.size() - 1), true));

        List<String> plain = TapeText.written("a\r\n\r\nZo\u00c3\u00ab\r\n").lines().toList();
        assertEquals("a\n\nZo\u00c3\u00ab", TapeText.read(plain.subList(1, plain.size() - 1), false));
    }

    @Test
    void sourcesThatShareAFileAreToldApart() throws IOException {
        Path file = folder.resolve("desk.rec");
        TapeFile both = new TapeFile(file, "", UnaryOperator.identity(), CLOCK);
        assertFalse(Files.exists(file), "begun before a line is up");
        both.of("sip").lineUp();
        both.of("intake").came("told", "yealink event=idle");
        assertEquals(List.of("--- in", "0.000 sip/line-up", "0.000 intake/told <<<", "yealink event=idle", ">>>"),
                Files.readAllLines(file).subList(1, 6));
    }

    @Test
    void aDiskThatFailsEndsTheRecordingOnly() {
        Tape tape = new TapeFile(folder.resolve("none").resolve("line.rec"), "", UnaryOperator.identity(), CLOCK)
                .of("sip");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger logger = (Logger) LoggerFactory.getLogger(TapeFile.class);
        logger.addAppender(log);
        tape.lineUp();
        tape.lineUp();
        logger.detachAppender(log);
        assertFalse(Files.exists(folder.resolve("none")));
        assertEquals(List.of("the recording line.rec cannot be written: its folder is not there; name another file with"
                + " record; recording ends, watching goes on"),
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    @Test
    void itEndsBeforeItIsTooLongToBeReplayed() throws IOException {
        Path file = folder.resolve("line.rec");
        Tape tape = new TapeFile(file, "", UnaryOperator.identity(), CLOCK).of("sip");
        for (int i = 0; i < 12; i++) tape.came("notify", "x".repeat(1 << 20));
        assertTrue(Files.size(file) <= TapeFile.MOST_BYTES && Files.size(file) > 5 << 20);
    }

    @Test
    void theSameNumberGetsTheSameOtherDigitsHoweverItIsWritten() {
        Pseudonyms pseudonyms = new Pseudonyms();
        String masked = pseudonyms.apply("sip:0612345678@x|+31612345678|06-1234 5678|201|127.0.0.1:5060|0698765432");
        String[] words = masked.split("\\|");
        assertNotEquals("sip:0612345678@x", words[0]);
        String last = words[0].substring("sip:061".length(), "sip:0612345678".length());
        assertEquals("+31 61 " + last, words[1].replaceFirst("\\+3161", "+31 61 "));
        assertEquals(last, words[2].replaceAll("[^0-9]", "").substring(3));
        assertEquals("201 127.0.0.1:5060", words[3] + " " + words[4]);
        assertNotEquals("0698765432", words[5]);
        assertFalse(words[5].endsWith(last));
    }
}

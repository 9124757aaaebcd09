package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TapeFileTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Test
    void itIsARecordingAsTheyAreReplayed() throws IOException {
        Path file = folder.resolve("line.rec");
        TapeFile tape = new TapeFile(file, "sip", "desk: 201\n", UnaryOperator.identity(), CLOCK);
        tape.lineUp();
        tape.came("notify", "NOTIFY x\r\nEvent: dialog\r\n\r\n<a>\u00c3\u00bc</a>\r\n");
        tape.came("notify", "NOTIFY x\r\n\r\n<a>\u00fc\\\n>>>\n</a>");
        assertEquals("""
                # Recorded by Deskbell from sip, 2026-01-05T09:00:00Z
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
    void aDiskThatFailsEndsTheRecordingOnly() {
        TapeFile tape = new TapeFile(folder.resolve("none").resolve("line.rec"), "sip", "", UnaryOperator.identity(),
                CLOCK);
        tape.lineUp();
        assertFalse(Files.exists(folder.resolve("none")));
    }

    @Test
    void itEndsBeforeItIsTooLongToBeReplayed() throws IOException {
        Path file = folder.resolve("line.rec");
        TapeFile tape = new TapeFile(file, "sip", "", UnaryOperator.identity(), CLOCK);
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

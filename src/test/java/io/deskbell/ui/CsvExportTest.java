package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Direction;
import io.deskbell.outbox.CallSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {
    private static final CallSearch ALL = new CallSearch("", CallSearch.Kind.ALL, Instant.EPOCH);
    private final Telling telling = Look.told("en");

    @TempDir
    Path folder;

    @Test
    void whatASpreadsheetWouldCalculateIsTextInstead() {
        assertEquals("\"'=1+1\",\"'+31\",\"'-2\",\"'@SUM(A1)\",\"'\tx\",\"'\rx\",\"'\uff1d1\"\r\n",
                CsvExport.line(List.of("=1+1", "+31", "-2", "@SUM(A1)", "\tx", "\rx", "\uff1d1"), ","));
    }

    @Test
    void commasQuotesAndLineBreaksStayInTheirField() {
        assertEquals("plain,\"a,b\",\"say \"\"hi\"\"\",\"a\r\nb\",\r\n",
                CsvExport.line(List.of("plain", "a,b", "say \"hi\"", "a\r\nb", ""), ","));
    }

    @Test
    void everyCallIsALineAndTheLastWordIsThatAllIsDone() throws IOException {
        List<Double> progress = new ArrayList<>();
        Path file = folder.resolve("calls.csv");
        try (ADesk desk = new ADesk(folder)) {
            desk.answered("a1", Direction.INBOUND, Calls.outside("+31612345678", "=cmd|' /C calc'!A0"), 60);
            desk.answered("a2", Direction.OUTBOUND, Calls.customer(), 50);
            assertEquals(2, export(desk).write(ALL, file,
                    progress::add));
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals("\ufeffStarted (Europe/Amsterdam),Answered (Europe/Amsterdam),Ended (Europe/Amsterdam),Direction,"
                + "Name,Number,Extension,Passed on to,Passed on by,Agent Inbox,Reason,Id", lines.getFirst());
        assertEquals("2026-11-23 14:29:00,2026-11-23 14:29:05,2026-11-23 14:32:25,Incoming,"
                + "\"'=cmd|' /C calc'!A0\",\"'+31612345678\",201,,,Waiting,,a1", lines.get(2));
        assertEquals(1.0, progress.getLast());
    }

    @Test
    void whoPassedTheCallOnAndToWhomIsInIt() throws IOException {
        Path file = folder.resolve("calls.csv");
        try (ADesk desk = new ADesk(folder)) {
            desk.happened(Type.TRANSFERRED, Calls.handed("h"));
            export(desk).write(ALL, file,
                    progress -> { });
        }
        assertTrue(Files.readAllLines(file).get(1).contains(",201,203,202,"), Files.readString(file));
    }

    @Test
    void aRogueNameStaysOneFieldOfOneLine() throws IOException {
        Path file = folder.resolve("calls.csv");
        try (ADesk desk = new ADesk(folder)) {
            desk.answered("r", Direction.INBOUND, Calls.outside("+31612345678", "=\"a\",b\r\n" + Gallery.ROGUE), 60);
            export(desk).write(ALL, file, progress -> { });
        }
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        String name = lines.get(1).replaceFirst(".*,Incoming,(\".*\"),\"'\\+31612345678\",201,.*", "$1");
        assertTrue(name.startsWith("\"'=\"\"a\"\",b <b>x</b><html> &amp; _\uD83D\uDE00%s{0}$(id)e\u0301"), name);
        assertTrue(name.length() < 200, name);
    }

    /** Excel would show it all in one column. */
    @Test
    void whereACommaIsInNumbersASemicolonIsBetweenFields() throws IOException {
        Path file = folder.resolve("calls.csv");
        try (ADesk desk = new ADesk(folder)) {
            desk.answered("a1", Direction.INBOUND, Calls.outside("+31612345678", "Jansen; Zn"), 60);
            Telling dutch = Look.told("nl");
            new CsvExport(desk.log(), dutch.calls(), dutch.words(), dutch.moments()).write(ALL, file, done -> { });
        }
        assertTrue(Files.readAllLines(file).get(1).contains(";Inkomend;\"Jansen; Zn\";\"'+31612345678\";201;"),
                Files.readString(file));
    }

    private CsvExport export(ADesk desk) {
        return new CsvExport(desk.log(), telling.calls(), telling.words(), telling.moments());
    }

    @Test
    void aFolderThatIsNotThereLeavesNothingBehind() throws IOException {
        Path file = folder.resolve("nowhere").resolve("calls.csv");
        try (ADesk desk = new ADesk(folder)) {
            CsvExport export = export(desk);
            assertThrows(IOException.class, () -> export.write(ALL, file, done -> { }));
        }
        assertFalse(Files.exists(file));
    }
}

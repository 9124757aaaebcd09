package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final String CALL = """
            # A call.
            desk: 201

            --- in
            1.000 report a RINGING inbound party=0612345678 name="Jan"
            # The agent answers.
            2.000 report a CONNECTED
            3.000 report a ENDED
            """;
    private static final String EVENTS = """
            --- events
            1.000 RINGING a inbound party=+31612345678 name="Jan"
            2.000 ANSWERED a inbound party=+31612345678 name="Jan"
            3.000 ENDED a inbound party=+31612345678 name="Jan" reason=NORMAL
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private int replay(String text) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("call.rec"), text);
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            return Replay.run(file, out);
        }
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void itPrintsWhatHappenedAndWhatIsRegisteredLineByLine() throws Exception {
        assertEquals(0, replay(CALL));
        assertEquals(List.of(
                "event         1.000 RINGING a inbound party=+31612345678 name=\"Jan\"",
                "event         2.000 ANSWERED a inbound party=+31612345678 name=\"Jan\"",
                "registration  2.000 ANSWERED a number=+31612345678 extension=201 inbound",
                "event         3.000 ENDED a inbound party=+31612345678 name=\"Jan\" reason=NORMAL",
                "registration  3.000 DISCONNECTED a number=+31612345678 extension=201 inbound"), lines());
    }

    @Test
    void whatCameAsExpectedIsNotMentioned() throws Exception {
        assertEquals(0, replay(CALL + EVENTS));
        assertEquals(5, lines().size());
    }

    @Test
    void theDifferenceToWhatMustComeOutIsPrinted() throws Exception {
        assertEquals(1, replay(CALL + EVENTS.replace("2.000 ANSWERED", "2.500 ANSWERED") + "--- registrations\n"));
        assertEquals(List.of("not the events that the recording expects:",
                "  missing  2.500 ANSWERED a inbound party=+31612345678 name=\"Jan\"",
                "  extra    2.000 ANSWERED a inbound party=+31612345678 name=\"Jan\"",
                "not the registrations that the recording expects:",
                "  extra    2.000 ANSWERED a number=+31612345678 extension=201 inbound",
                "  extra    3.000 DISCONNECTED a number=+31612345678 extension=201 inbound"),
                lines().subList(5, lines().size()));
    }

    @Test
    void aFileThatIsNotThereIsOneLine() throws Exception {
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            assertEquals(2, Replay.run(folder.resolve("none.rec"), out));
        }
        assertEquals(List.of(folder.resolve("none.rec") + ": no such file"), lines());
    }

    @Test
    void aFileThatIsNoRecordingIsOneLine() throws Exception {
        Path file = folder.resolve("call.rec");
        Files.write(file, new byte[] {(byte) 0xFF, 0});
        assertEquals(file + ": not a text file in UTF-8", wordsAbout(file));
        Files.write(file, new byte[11 << 20]);
        assertEquals(file + ": too large to be a recording", wordsAbout(file));
    }

    private String wordsAbout(Path file) throws Exception {
        printed.reset();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            assertEquals(2, Replay.run(file, out));
        }
        return String.join("|", lines());
    }

    @Test
    void whatIsWrongInARecordingIsNamedWithItsLine() throws Exception {
        wrong("line 1: not a setting such as desk: 201", "nonsense");
        wrong("line 2: x: not a country", "country: x\ndesk: 1");
        wrong("line 3: an input is a time and what came in", "desk: 201\n--- in\n1.000");
        wrong("line 3: call: not one of line-up, report, snapshot, notify, message, silence",
                "desk: 201\n--- in\n1.000 call x");
        wrong("line 3: a report begins with a key and a state", "desk: 201\n--- in\n1.000 report a");
        wrong("line 3: x: not a time in seconds such as 1.000", "desk: 201\n--- in\nx line-up");
        wrong("line 3: RINGS: not one of DIALING, RINGING, CONNECTED, HELD, ENDED",
                "desk: 201\n--- in\n1.000 report a RINGS");
        wrong("line 3: x: not a telephone number", "desk: 201\n--- in\n1.000 report a RINGING dialled=x");
        wrong("line 3: b: not a word of a report", "desk: 201\n--- in\n1.000 report a RINGING b");
        wrong("line 3: x:a: a key is leg:, shared: or reused: and a name", "desk: 201\n--- in\n1.0 report x:a RINGING");
        wrong("line 3: what came in stands between <<< and >>>", "desk: 201\n--- in\n1.000 notify");
        wrong("line 4: the last <<< has no >>>", "desk: 201\n--- in\n1.000 notify <<<\nc: x");
    }

    private void wrong(String expected, String text) throws Exception {
        printed.reset();
        assertEquals(2, replay(text), text);
        assertEquals(List.of(folder.resolve("call.rec") + ": " + expected), lines());
    }

    @Test
    void bytesThatNoEditorKeepsAreWrittenAsEscapes() throws Exception {
        RecordedInput.Notified notified = RecordedNotify.read(Recording.BEGIN, "sip",
                List.of("NOTIFY x", "c : text/plain", "", "a\\xFF\\x0a", "ü"), true);
        assertEquals("text/plain", notified.contentType());
        assertEquals("a\u00ff\n\u00c3\u00bc", new String(notified.body(), StandardCharsets.ISO_8859_1));
    }
}

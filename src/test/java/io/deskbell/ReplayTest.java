package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private int replay(String text, String... options) throws Exception {
        return replay(Files.writeString(folder.resolve("call.rec"), text), options);
    }

    private int replay(Path file, String... options) throws Exception {
        List<String> words = new ArrayList<>(List.of("replay", file.toString()));
        words.addAll(List.of(options));
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            return new ReplayCommand(CommandLine.parse(words.toArray(String[]::new)), out).run();
        }
    }

    /** Without the one that says where it goes; a screen pop comes when it comes. */
    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines()
                .filter(line -> !line.startsWith("into an Agent Inbox") && !line.startsWith("pop")).toList();
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
        assertEquals(2, replay(folder.resolve("none.rec")));
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
        assertEquals(2, replay(file));
        return String.join("|", lines());
    }

    @Test
    void whatIsWrongInARecordingIsNamedWithItsLine() throws Exception {
        wrong("line 1: not a setting such as desk: 201", "nonsense");
        wrong("line 2: contry: not one of desk, country, internal, outside-prefix, transfer, withheld-number, "
                + "referrer, filter-field, product, watch, event, filter-header, call-id-header, numbering, ports,"
                + " numbers, channels, filter-variable, host, dn, queues, phones, user",
                "desk: 201\ncontry: NL");
        wrong("line 2: x: not a country", "country: x\ndesk: 1");
        wrong("line 3: an input is a time and what came in", "desk: 201\n--- in\n1.000");
        wrong("line 3: call: not one of line-up, report, snapshot, silence, notify, message, tapi-line, tapi-calls, "
                + "tapi-call, tapi-quiet, request, told, poly, grandstream, baresip, fritzbox, bria, tinyphone, "
                + "voipgrid, asterisk, letter, relay, 3cx-notice, 3cx-answer, 3cx-quiet, xelion-me, xelion-channels, "
                + "xelion-event, xelion-calls, xelion-recent, xelion-dialled, xelion-quiet, xelion-asked",
                "desk: 201\n--- in\n1.000 call x");
        wrong("line 3: a report begins with a key and a state", "desk: 201\n--- in\n1.000 report a");
        wrong("line 3: x: not a time in seconds such as 1.000", "desk: 201\n--- in\nx line-up");
        wrong("line 3: RINGS: not one of DIALING, RINGING, CONNECTED, HELD, ENDED",
                "desk: 201\n--- in\n1.000 report a RINGS");
        wrong("line 3: x: not a telephone number", "desk: 201\n--- in\n1.000 report a RINGING dialled=x");
        wrong("line 3: parti=: not one of alias, at, dialled, filter, handed-over-by, name, party, reason, to",
                "desk: 201\n--- in\n1.000 report a RINGING parti=0612345678");
        wrong("line 3: not a SIP message: it has no Via", "desk: 201\n--- in\n1.000 message a");
        wrong("line 3: telnet: no such profile", "desk: 201\n--- in\n1.000 told telnet event=ringing");
        wrong("line 3: 1e9: not a time in seconds such as 1.000", "desk: 201\n--- in\n1e9 line-up");
        wrong("line 3: b: not a word of a report", "desk: 201\n--- in\n1.000 report a RINGING b");
        wrong("line 3: x:a: a key is leg:, shared: or reused: and a name", "desk: 201\n--- in\n1.0 report x:a RINGING");
        wrong("line 4: the last <<< has no >>>", "desk: 201\n--- in\n1.000 notify <<<\nc: x");
    }

    private void wrong(String expected, String text) throws Exception {
        printed.reset();
        assertEquals(2, replay(text), text);
        assertEquals(List.of(folder.resolve("call.rec") + ": " + expected), lines());
    }

    @Test
    void playedInItsOwnTimeOrNotTheSameComesOut() throws Exception {
        String soon = CALL.replace("1.000", "0.010").replace("2.000", "0.020").replace("3.000", "0.030");
        assertEquals(0, replay(soon));
        List<String> atOnce = lines();
        printed.reset();
        assertEquals(0, replay(soon, "--pace", "1000"));
        assertEquals(atOnce, lines());
    }

    @Test
    void whatIsAskedForInAnotherWayIsWrongUsage() {
        for (String options : List.of("--pace", "--pace 0", "--pace x", "--fast", "other.rec", "--pace 99999999")) {
            assertThrows(CommandLine.UsageException.class, () -> replay(CALL, options.split(" ")), options);
        }
    }

    @Test
    void onlyWhenAskedForIsItRegisteredWithTheConfiguredAgentInbox() throws Exception {
        try (Sandbox real = Sandbox.start("right", 0)) {
            Path config = Files.writeString(folder.resolve("config.ini"), """
                    [agent]
                    extension = 209
                    [inbox]
                    api_url = %s
                    api_key = right
                    [phone]
                    source = simulator
                    """.formatted(real.address()));
            assertEquals(0, replay(CALL, "--config", config.toString()));
            assertEquals(List.of(), real.received());

            assertEquals(0, replay(CALL, "--register", "--config", config.toString()));
            assertEquals(List.of("Answered 201", "Disconnected 201"), real.received().stream()
                    .map(event -> event.field("EventType").orElse("") + " " + event.field("PhoneExtension").orElse(""))
                    .toList());
            assertTrue(printed.toString(StandardCharsets.UTF_8).contains("registers with " + real.address()));
        }
    }
}

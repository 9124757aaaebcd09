package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.Playback.Played;
import io.deskbell.sandbox.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plays every recording there is and compares all that came out with all that must. */
class RecordingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/recordings");

    @TempDir
    private Path folder;

    private static List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".rec")).sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> whatCameInGivesWhatMustComeOut() throws IOException {
        return recordings().stream().map(file ->
                DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> isAsExpected(file)));
    }

    private void isAsExpected(Path file) throws Exception {
        Recording recording = RecordingReader.read(file);
        Played played = Playback.play(recording, folder);
        assertEquals(lines(recording.events().orElseThrow()), lines(played.events()), "events");
        assertEquals(lines(recording.registrations().orElseThrow()), lines(played.registrations()), "registrations");
    }

    /** One text, so that a difference is shown line by line. */
    private static String lines(List<String> list) {
        return String.join("\n", list);
    }

    /** One of each source is enough: what differs between the two ways is the companion, not the phone. */
    @ParameterizedTest
    @ValueSource(strings = {"call/attended-transfer", "sip/asterisk-pjsip-inbound-answered",
        "intake/voipgrid-warm-transfer-switched-ids", "several/same-call-by-its-name",
        "mqtt/customers-from-a-list"})
    void theWholeCompanionMakesTheSameOfIt(String name) throws Exception {
        Recording recording = RecordingReader.read(FOLDER.resolve(name + ".rec"));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (Sandbox sandbox = Sandbox.start("key", 0); PrintStream out = new PrintStream(printed)) {
            Replay replay = new Replay(recording, new Pace(0, Clock.systemUTC(), time -> { }), out);
            assertTrue(replay.run(RecordedDesk.config(recording, RecordedDesk.inbox(sandbox.address(), "key"),
                    folder), folder.resolve("data")));
            assertEquals(lines(recording.events().orElseThrow()), lines(replay.events()), "events");
            assertEquals(lines(recording.registrations().orElseThrow()), lines(replay.registrations()));
            assertEquals(recording.registrations().orElseThrow().size(), sandbox.received().size());
        }
    }

    @Test
    void everyRecordingBeginsWithWhatItIs() throws IOException {
        for (Path file : recordings()) {
            assertTrue(Files.readString(file).startsWith("# "), file + " does not say what it is");
        }
    }
}

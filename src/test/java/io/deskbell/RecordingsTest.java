package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.Playback.Played;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Plays every recording there is and compares all that came out with all that must. */
class RecordingsTest {
    private static final Path FOLDER = Path.of("src/test/resources/recordings");

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

    private static void isAsExpected(Path file) throws IOException, InterruptedException {
        Recording recording = RecordingReader.read(file);
        Played played = Playback.play(recording);
        assertEquals(lines(recording.events().orElseThrow()), lines(played.events()), "events");
        assertEquals(lines(recording.registrations().orElseThrow()), lines(played.registrations()), "registrations");
    }

    /** One text, so that a difference is shown line by line. */
    private static String lines(List<String> list) {
        return String.join("\n", list);
    }

    @Test
    void everyRecordingBeginsWithWhatItIs() throws IOException {
        for (Path file : recordings()) {
            assertTrue(Files.readString(file).startsWith("# "), file + " does not say what it is");
        }
    }
}

package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandingTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00.123Z");

    @TempDir
    private Path folder;

    @Test
    void whatIsToldIsWhatIsRead() throws IOException {
        for (CourierStatus courier : List.of(new CourierStatus.Delivering(),
                new CourierStatus.Unavailable("\"500\"\n\t€", NINE), new CourierStatus.Unauthorized("no", NINE))) {
            Standing standing = new Standing(courier, List.of(
                    new Standing.Line("baresip", "baresip on here", new SourceStatus.Watching(NINE)),
                    new Standing.Line("bria", "Bria on here", new SourceStatus.Connecting()),
                    new Standing.Line("poll", "Snom on there", new SourceStatus.Lost("switched off", NINE))));
            assertEquals(standing, Standing.read(standing.text()));
        }
    }

    @Test
    void whatIsToldOtherwiseIsNotGuessedAt() {
        for (String other : List.of("", "shown", "{}", "{\"courier\":{\"state\":\"asleep\"}}",
                "{\"courier\":{\"state\":\"unavailable\",\"since\":\"today\"}}")) {
            assertThrows(IOException.class, () -> Standing.read(other), other);
        }
    }

    @Test
    void aLineIsKnownByItsSourceAndItsPlace() {
        Standing standing = new Standing(new CourierStatus.Delivering(), List.of(
                new Standing.Line("baresip", "baresip on here", new SourceStatus.Connecting())));
        assertEquals(Optional.of(new SourceStatus.Connecting()), standing.of("baresip", "baresip on here"));
        assertEquals(Optional.empty(), standing.of("baresip", "baresip on another"));
        assertEquals(Optional.empty(), standing.of("bria", "baresip on here"));
    }

    @Test
    void askingWhereNoneRunsMakesNothing() {
        Path data = folder.resolve("data");
        assertEquals(Optional.empty(), Standing.ofTheRunning(data));
        assertFalse(Files.exists(data));
    }
}

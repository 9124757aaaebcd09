package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.outbox.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
    @Test
    void itBeginsAfterTheStartAndGoesOnToTheEnd(@TempDir Path folder) throws IOException {
        List<Duration> pauses = new ArrayList<>();
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            new Housekeeping(storage, 90, Clock.systemUTC(), pause -> {
                pauses.add(pause);
                if (pauses.size() == 3) throw new InterruptedException();
            }).run();
        }
        boolean stopped = Thread.interrupted();
        assertEquals(List.of(Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofHours(6)), pauses);
        assertTrue(stopped);
    }
}

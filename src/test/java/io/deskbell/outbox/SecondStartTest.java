package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class SecondStartTest {
    @TempDir
    private Path folder;

    @Test
    void anotherProgramIsTurnedAwayAndTheFirstGoesOn() throws IOException, InterruptedException {
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Process second = PowerCutTest.diarist(folder, "second").redirectErrorStream(true).start();
            String said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(1, second.waitFor());
            assertTrue(said.contains("Deskbell is already running with the folder"), said);
            storage.outbox().record(Samples.ringing("a", Samples.CUSTOMER, FakeClock.NINE), Optional.empty(),
                    Optional.empty());
            assertEquals(1, storage.log().newest(10).size());
        }
    }
}

package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private final BackOff backOff = new BackOff(new Random(1));

    @Test
    void pausesDoubleUpToHalfAMinuteEachWithinItsUpperHalf() {
        List<Integer> full = List.of(1, 2, 4, 8, 16, 30, 30, 30);
        for (int seconds : full) {
            Duration pause = backOff.next();
            assertTrue(pause.compareTo(Duration.ofSeconds(seconds)) <= 0, pause + " of " + seconds);
            assertTrue(pause.compareTo(Duration.ofMillis(seconds * 500L)) >= 0, pause + " of " + seconds);
        }
    }

    @Test
    void aSuccessBeginsAnew() {
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 5; i++) pauses.add(backOff.next());
        backOff.reset();
        assertTrue(backOff.next().compareTo(BackOff.FIRST) <= 0);
        assertEquals(5, pauses.size());
    }
}

package io.deskbell.pop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateGuardTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final RateGuard guard = new RateGuard(2, Duration.ofSeconds(10));

    @Test
    void theWindowSlides() {
        assertEquals(List.of(true, true, false, true, false, true), passes(0, 4, 9, 10, 13, 14));
    }

    @Test
    void aClockThatIsSetBackDoesNotHoldPopsBackForHours() {
        assertEquals(List.of(true, true, false, true, true, false), passes(4000, 4001, 4002, 0, 1, 2));
    }

    @Test
    void itSpeaksOnceUntilSomethingPassesAgain() {
        passes(0, 0);
        List<Boolean> spoken = new ArrayList<>(List.of(guard.bitesAnew(), guard.bitesAnew()));
        passes(20);
        spoken.add(guard.bitesAnew());
        assertEquals(List.of(true, false, true), spoken);
    }

    private List<Boolean> passes(int... seconds) {
        List<Boolean> passed = new ArrayList<>();
        for (int second : seconds) passed.add(guard.mayPass(NOON.plusSeconds(second)));
        return passed;
    }
}

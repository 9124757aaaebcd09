package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateLimitTest {
    private static final Instant NOW = FakeClock.NINE;

    private final RateLimit limit = new RateLimit();

    @Test
    void threeGoInASecondAndTheFourthWaits() {
        for (int i = 0; i < 3; i++) use(NOW.plusMillis(100 * i), false);

        assertEquals(Duration.ofMillis(700), limit.untilFree(NOW.plusMillis(300), false));
        assertEquals(Duration.ZERO, limit.untilFree(NOW.plusMillis(1_000), false));
    }

    @Test
    void aMinuteHoldsAHundredAndEighty() {
        for (int i = 0; i < 180; i++) use(NOW.plusMillis(334 * i), false);

        assertEquals(Duration.ZERO, limit.untilFree(NOW.plusSeconds(60).plusMillis(334), false));
        for (int i = 0; i < 60; i++) limit.use(NOW.plusSeconds(60));
        assertEquals(Duration.ofMillis(334 * 60), limit.untilFree(NOW.plusSeconds(60), false));
    }

    @Test
    void aBacklogLeavesHalfOfItFree() {
        use(NOW, true);

        assertEquals(Duration.ofSeconds(1), limit.untilFree(NOW, true));
        assertEquals(Duration.ZERO, limit.untilFree(NOW, false));
    }

    @Test
    void aDayHoldsAHundredThousandAndOldOnesAreForgotten() {
        Instant at = NOW;
        for (int i = 0; i < 250_000; i++) {
            at = at.plusMillis(400);
            limit.use(at);
        }
        Duration left = limit.untilFree(at, false);
        assertEquals(Duration.ofDays(1).minusMillis(400L * 99_999), left);
    }

    @Test
    void aClockSetBackDoesNotStopIt() {
        for (int i = 0; i < 3; i++) use(NOW, false);

        assertEquals(Duration.ZERO, limit.untilFree(NOW.minusSeconds(3_600), false));
    }

    private void use(Instant at, boolean backlog) {
        assertEquals(Duration.ZERO, limit.untilFree(at, backlog));
        limit.use(at);
    }
}

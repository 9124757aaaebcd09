package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeBudgetTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void whatOneStepUsesUpTheNextDoNotGet() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // Such a clock may go over its end.
        TimeBudget budget = new TimeBudget(Duration.ofMillis(1_500), nanos::get);
        assertEquals(SECOND, budget.atMost(SECOND));
        nanos.addAndGet(SECOND.toNanos());
        assertEquals(Duration.ofMillis(500), budget.atMost(SECOND));
        nanos.addAndGet(SECOND.toNanos());
        assertEquals(Duration.ZERO, budget.atMost(SECOND));
    }
}

package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.ui.Draining.Drained;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrainingTest {
    private final Draining draining = new Draining();

    @Test
    void itCountsFromWhereTheBacklogStoodAtItsHighest() {
        assertEquals(List.of(Optional.empty(), Optional.empty(), Optional.of(new Drained(1, 340)),
                Optional.of(new Drained(12, 340))), at(338, 340, 339, 328));
    }

    @Test
    void aCallThatComesBetweenIsOneMoreAndNotOneBack() {
        assertEquals(List.of(Optional.empty(), Optional.of(new Drained(10, 20)), Optional.of(new Drained(10, 21)),
                Optional.of(new Drained(11, 21))), at(20, 10, 11, 10));
    }

    @Test
    void aBacklogThatIsGoneIsForgottenAndACallIsNone() {
        assertEquals(List.of(Optional.empty(), Optional.of(new Drained(19, 20)), Optional.empty(), Optional.empty(),
                Optional.empty()), at(20, 1, 0, 2, 1));
    }

    @Test
    void theHealthLineSaysItWhileAgentInboxTakesEvents() {
        Telling telling = Look.told("en");
        Health health = new Health(telling.words(), telling.moments());
        Counts counts = new Counts(328, 0, 0, Optional.empty());
        Optional<Drained> drained = Optional.of(new Drained(12, 340));
        assertEquals("12 of 340 sent", health.all(Map.of(), new CourierStatus.Delivering(), counts, drained).getLast()
                .text());
        assertEquals("328 messages waiting", health.all(Map.of(), new CourierStatus.Unavailable("away", Calls.NOW),
                counts, drained).getLast().text());
    }

    private List<Optional<Drained>> at(int... waiting) {
        return java.util.Arrays.stream(waiting).mapToObj(draining::at).toList();
    }
}

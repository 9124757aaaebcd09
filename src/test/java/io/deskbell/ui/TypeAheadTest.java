package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TypeAheadTest {
    private static final List<String> LABELS = List.of("Belgium", "Netherlands", "New Caledonia", "New Zealand",
            "Niger", "\u00d6sterreich");
    private Instant now = Calls.NOW;
    private final TypeAhead letters = new TypeAhead(() -> now);

    @Test
    void lettersInARowSpellTheBeginning() {
        assertEquals(List.of(1, 1, 2, 3), List.of(typed("n", 0), typed("e", 1), typed("w", 1), typed("z", 2)));
    }

    @Test
    void oneLetterAgainAndAgainGoesRound() {
        assertEquals(List.of(1, 2, 3, 4, 1), List.of(typed("n", 0), typed("n", 1), typed("n", 2), typed("n", 3),
                typed("n", 4)));
    }

    @Test
    void whoPausesBeginsAnew() {
        assertEquals(1, typed("n", 0));
        now = now.plusSeconds(2);
        assertEquals(0, typed("b", 1));
    }

    @Test
    void accentsNeedNotBeTypedAndWhatBeginsNothingChangesNothing() {
        assertEquals(5, typed("o", 0));
        assertEquals(OptionalInt.empty(), letters.next("x", LABELS, 5));
    }

    private int typed(String letter, int chosen) {
        return letters.next(letter, LABELS, chosen).orElseThrow();
    }
}

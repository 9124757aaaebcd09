package io.deskbell.pop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {
    private final Remembered<String> remembered = new Remembered<>(2);

    @Test
    void theOldestIsForgottenFirst() {
        remembered.put("a", "1");
        remembered.put("b", "2");
        remembered.put("a", "3");
        remembered.put("c", "4");
        assertEquals(Optional.of("3"), remembered.find("a"));
        assertEquals(Optional.empty(), remembered.find("b"));
        assertEquals(Optional.of("4"), remembered.find("c"));
    }

    @Test
    void whatIsTakenIsGone() {
        remembered.put("a", "1");
        assertEquals(Optional.of("1"), remembered.take("a"));
        assertEquals(Optional.empty(), remembered.take("a"));
    }
}

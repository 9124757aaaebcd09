package io.deskbell.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class NamePatternTest {
    @Test
    void theFirstGroupIsTheValue() {
        assertEquals(Optional.of("4711"), new NamePattern("\\[(\\d+)\\]").valueIn("Jansen [4711] via sales"));
        assertEquals(Optional.empty(), new NamePattern("\\[(\\d+)\\]").valueIn("Jansen"));
        assertEquals(Optional.empty(), new NamePattern("x|(y)").valueIn("x"));
    }

    /** With java.util.regex this takes longer than anybody lives. */
    @Test
    void noPatternTakesLongOverAnyName() {
        NamePattern evil = new NamePattern("^((a+)+)+$");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30),
                () -> assertEquals(Optional.empty(), evil.valueIn("a".repeat(119) + "!")));
    }
}

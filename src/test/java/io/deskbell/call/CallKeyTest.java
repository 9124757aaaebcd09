package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallKeyTest {
    @Test
    void whiteSpaceAndControlCharactersAreNoPartOfAName() {
        assertEquals("ab-c@d", CallKey.leg(" a\r\n b-\tc@\u0000d ").value());
    }

    @Test
    void longNamesAreCut() {
        assertEquals("x".repeat(200), CallKey.shared("x".repeat(1_000_000)).value());
    }

    @Test
    void noHalfOfACharacterIsLeft() {
        String bell = "\uD83D\uDD14";
        assertEquals("x".repeat(199), CallKey.leg("x".repeat(199) + bell).value());
        assertEquals("a" + bell, CallKey.leg("\uDD14a\uD83D" + bell + "\uD83D").value());
    }

    @Test
    void aCallNeedsAName() {
        for (String nothing : List.of("", " ", "\r\n\u0000")) {
            assertThrows(IllegalArgumentException.class, () -> CallKey.reused(nothing));
        }
    }

    @Test
    void aliasesAreCleanedAsKeysAreAndEmptyOnesGo() {
        CallReport report = CallReport.of(CallKey.leg("a"), CallState.RINGING, Instant.EPOCH)
                .also(" b\n").also("\u0001").also("c".repeat(300));
        assertEquals(List.of("b", "c".repeat(200)), report.aliases());
    }
}

package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
    void longNamesAreCutAndStayDifferent() {
        String one = CallKey.shared("x".repeat(1_000_000)).value();
        String other = CallKey.shared("x".repeat(1_000_000) + "y").value();
        assertEquals(List.of(200, 200), List.of(one.length(), other.length()));
        assertNotEquals(one, other);
        assertEquals(one, CallKey.shared("x".repeat(1_000_000)).value());
        assertEquals("x".repeat(200), CallKey.shared("x".repeat(200)).value());
    }

    @Test
    void noHalfOfACharacterIsLeft() {
        String bell = "\uD83D\uDD14";
        String cut = CallKey.leg("x".repeat(166) + bell.repeat(50)).value();
        assertEquals(List.of("x".repeat(166) + "~", 199), List.of(cut.substring(0, 167), cut.length()));
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
        assertEquals(List.of("b", CallKey.cleaned("c".repeat(300))), report.aliases());
    }
}

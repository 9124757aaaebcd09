package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartyTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+31612345678");

    @Test
    void namesAreCleanedOfWhatCannotBeSeen() {
        assertEquals("Jan de Wit", new Party.Unknown("  Jan\u0000\r\n\tde \u202e\u200bWit ").name());
        assertEquals("", new Party.Outside(NUMBER, "\u2028\u0007").name());
    }

    @Test
    void aLetterBearsNoTowerOfMarks() {
        assertEquals("e\u0302\u0301x", new Party.Unknown("e\u0302\u0301" + "\u0300".repeat(60) + "x").name());
    }

    @Test
    void namesAreCutBetweenCharacters() {
        String long1 = new Party.Unknown("\ud83d\ude00".repeat(500)).name();
        assertEquals(Party.MAX_NAME, long1.codePointCount(0, long1.length()));
        assertEquals(2 * Party.MAX_NAME, long1.length());
        assertEquals(Party.MAX_NAME, new Party.Unknown("x".repeat(1_000_000)).name().length());
    }

    @Test
    void loneSurrogatesGo() {
        assertEquals("a b", new Party.Unknown("a\ud83db").name());
    }

    @Test
    void theSameNumberUnderAnotherNameIsTheSameEnd() {
        assertTrue(new Party.Outside(NUMBER, "A").sameNumberAs(new Party.Outside(NUMBER, "B")));
        assertFalse(new Party.Outside(NUMBER, "A").sameNumberAs(new Party.Outside(new PhoneNumber("+3161"), "A")));
        assertTrue(new Party.Colleague(new Extension("202"), "").sameNumberAs(
                new Party.Colleague(new Extension("202"), "Piet")));
        assertFalse(new Party.Colleague(new Extension("202"), "").sameNumberAs(new Party.Withheld()));
        assertTrue(new Party.Withheld().sameNumberAs(new Party.Withheld()));
        assertTrue(new Party.Unknown("A").sameNumberAs(Party.Unknown.NOBODY));
    }

    @Test
    void onlyOutsideHasANumberAndOnlyUnknownIsNotKnown() {
        assertEquals(Optional.of(NUMBER), new Party.Outside(NUMBER, "").outsideNumber());
        assertEquals(Optional.empty(), new Party.Withheld().outsideNumber());
        assertTrue(new Party.Withheld().isKnown());
        assertFalse(Party.Unknown.NOBODY.isKnown());
        assertTrue(new Party.Colleague(new Extension("202"), "").isColleague());
        assertFalse(new Party.Outside(NUMBER, "").isColleague());
    }

    @Test
    void aNumberShowsOnlyItsEndInText() {
        assertEquals("…78", NUMBER.toString());
        assertFalse(new Party.Outside(NUMBER, "Jan").toString().contains("316"));
    }
}

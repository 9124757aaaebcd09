package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialPlanTest {
    @ParameterizedTest
    @CsvSource({
        "NL, '', +31612345678, 0612345678",
        "NL, '', 06 1234 5678, 0612345678",
        "NL, '', +31 (0)20 123 45 67, 0201234567",
        "NL, '', +442079460123, 00442079460123",
        "NL, '', 0044 20 7946 0123, 00442079460123",
        "NL, '', 202, 202",
        "NL, '', 0900-8844, 09008844",
        "NL, 0, +31612345678, 00612345678",
        "NL, 0, 0 0612345678, 00612345678",
        "NL, 0, 0612345678, 00612345678",
        "NL, 0, +442079460123, 000442079460123",
        "NL, 0, 202, 202",
        "DE, 0, +49 30 901820, 0030901820",
        "BE, '', +31612345678, 0031612345678",
        "US, 9, +16502530000, 916502530000",
        "US, 9, +31612345678, 901131612345678"})
    void isDialledAsPeopleOfTheCountryDial(String country, String prefix, String written, String digits) {
        assertEquals(Optional.of(digits), plan(country, prefix, false).read(written).map(Dialable::digits));
    }

    @Test
    void withAPlusNothingStandsBeforeIt() {
        assertEquals(Optional.of("+31612345678"), plan("NL", "0", true).read("0612345678").map(Dialable::digits));
        assertEquals(Optional.of("202"), plan("NL", "0", true).read("202").map(Dialable::digits));
    }

    @ParameterizedTest
    @CsvSource({"NL, '', 112", "NL, 0, 112", "NL, 0, 0112", "US, 9, 911", "US, 9, 9911", "GB, '', 999", "DE, '', 110"})
    void emergencyNumbersAreKnownWithAndWithoutTheOutsideLine(String country, String prefix, String written) {
        Dialable dialable = plan(country, prefix, false).read(written).orElseThrow();
        assertTrue(dialable.emergency());
        assertEquals(written, dialable.digits());
    }

    @Test
    void aColleagueIsNoEmergency() {
        assertFalse(plan("NL", "", false).read("202").orElseThrow().emergency());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "201", "anonymous", "nobody", "+", "+1", "12345678901234567890"})
    void whatReachesNobodyIsNotDialled(String written) {
        assertEquals(Optional.empty(), plan("NL", "", false).read(written));
    }

    @Test
    void nothingButDigitsIsEverDialled() {
        assertThrows(IllegalArgumentException.class,
                () -> new Dialable("*21*0612345678#", new Party.Withheld(), false));
        assertThrows(IllegalArgumentException.class, () -> new Dialable("-v", new Party.Withheld(), false));
        assertEquals("…78", plan("NL", "", false).read("0612345678").orElseThrow().toString());
    }

    private static DialPlan plan(String country, String prefix, boolean withPlus) {
        NumberPlan numbers = new NumberPlan(country, new DigitLengths("2..5"), prefix, new Extension("201"));
        return new DialPlan(numbers, country, prefix, withPlus);
    }
}

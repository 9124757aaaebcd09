package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPlanTest {
    private final NumberPlan plan = plan("NL", "2..5", "");

    private static NumberPlan plan(String country, String internal, String prefix) {
        return new NumberPlan(country, new DigitLengths(internal), prefix, new Extension("201"));
    }

    private static Party outside(String e164) {
        return new Party.Outside(new PhoneNumber(e164), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0612345678", "06-12345678", "06 12 34 56 78", "(06) 12345678", "+31612345678",
        "+31 6 12345678", "0031612345678", "31612345678", "sip:+31612345678@pbx.test", "sips:0612345678@10.0.0.1:5061",
        "SIP:0612345678@pbx.test;user=phone", "sip:%2B31612345678@pbx.test", "tel:+31-6-1234-5678", "tel:+31612345678",
        "tel:612345678;phone-context=+31", "sip:612345678;phone-context=+31@pbx.test;transport=udp",
        "tel:+31612345678;ext=12", "callto:+31612345678", "sip:+31612345678"})
    void oneNumberInAllTheWaysItIsWritten(String written) {
        assertEquals(outside("+31612345678"), plan.caller(written, ""), written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "sip:anonymous@anonymous.invalid", "sip:Anonymous@pbx.test", "0000000000",
        "Restricted", "sip:unavailable@unknown.invalid", "anoniem", "private"})
    void withheldInItsManySpellings(String written) {
        assertEquals(new Party.Withheld(), plan.caller(written, "whatever"), written);
    }

    @Test
    void aNameThatSaysWithheldCountsOnlyWithoutANumber() {
        assertEquals(new Party.Withheld(), plan.caller("", "Anonymous"));
        assertEquals(new Party.Outside(new PhoneNumber("+31612345678"), "Anonymous"),
                plan.caller("0612345678", "Anonymous"));
    }

    @ParameterizedTest
    @CsvSource({"22,22", "202,202", "sip:0202@pbx.test,0202", "12345,12345"})
    void numbersOfAColleaguesLengthAreColleagues(String written, String extension) {
        assertEquals(new Party.Colleague(new Extension(extension), "Piet"), plan.caller(written, "Piet"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sip:pbx.test", "sip:192.0.2.77", "sip:192.0.2.77:5060;transport=tcp",
        "sip:[2001:db8::1]", "1", "**1000", "*21*5#", "abc", "sip:@", "%", "++31", "+", "sip:jan@pbx.test", "4271960"})
    void whatIsNoNumberIsNobody(String written) {
        assertEquals(Optional.empty(), plan.caller(written, "").outsideNumber(), written);
        assertEquals(false, plan.caller(written, "").isKnown(), written);
    }

    @Test
    void theOwnExtensionIsNobodyElse() {
        assertEquals(Party.Unknown.NOBODY, plan.caller("sip:201@pbx.test", "201"));
    }

    @Test
    void aNameWithoutANumberIsKept() {
        assertEquals(new Party.Unknown("jan"), plan.caller("sip:jan@pbx.test", ""));
        assertEquals(new Party.Unknown("Jan"), plan.caller("sip:jan@pbx.test", "Jan"));
    }

    @Test
    void theOutsidePrefixComesOffWhatWasDialledAndOffNothingElse() {
        NumberPlan prefixed = plan("NL", "2..5", "0");
        assertEquals(outside("+31612345678"), prefixed.dialled("00612345678", ""));
        assertEquals(outside("+31612345678"), prefixed.dialled("0612345678", ""));
        assertEquals(outside("+31612345678"), prefixed.dialled("00031612345678", ""));
        assertEquals(outside("+31612345678"), prefixed.caller("0612345678", ""));
        assertEquals(new Party.Colleague(new Extension("202"), ""), prefixed.dialled("202", ""));
    }

    @ParameterizedTest
    @CsvSource({"DE,030 901820,+4930901820", "BE,0470123456,+32470123456", "US,(202) 456-1111,+12024561111",
        "GB,020 7946 0958,+442079460958", "FR,01 23 45 67 89,+33123456789", "nl,0201234567,+31201234567"})
    void localFormsAreReadAsInTheCountry(String country, String written, String expected) {
        assertEquals(outside(expected), plan(country, "2..4", "").caller(written, ""));
    }

    @Test
    void foreignNumbersWithoutAPlusAreTried() {
        assertEquals(outside("+4930901820"), plan.caller("4930901820", ""));
    }

    @Test
    void aCountryThatIsNoneIsRefused() {
        for (String country : List.of("", "XX", "Netherlands", "001")) {
            assertThrows(IllegalArgumentException.class, () -> plan(country, "3", ""), country);
        }
    }

    @Test
    void digitsInOtherScriptsAndMonstersDoNoHarm() {
        plan.caller("٠٦١٢٣٤٥٦٧٨", "");
        assertEquals(false, plan.caller("9".repeat(100_000), "").isKnown());
        assertEquals(false, plan.caller("sip:" + "%".repeat(10_000) + "@x", "").isKnown());
    }

    @Test
    void aNumberOnItsOwn() {
        assertEquals(Optional.of(new PhoneNumber("+31201234567")), plan.number("sip:0201234567@pbx.test"));
        assertEquals(Optional.empty(), plan.number("202"));
    }
}

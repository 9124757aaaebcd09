package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReasonTest {
    private static final Locale DUTCH = Locale.of("nl", "BE");

    /** Its texts lie beside it, among the tests' resources. */
    enum Example implements Reason.Kind {
        SHUT("{0} is shut ({1}); it's {0}"),
        UNTRANSLATED("nobody has translated this");

        private final String english;

        Example(String english) {
            this.english = english;
        }

        @Override
        public String english() {
            return english;
        }
    }

    @Test
    void theLogGetsEnglishAndTheAgentHisOwnLanguage() {
        Reason reason = Reason.of(Example.SHUT, "pbx.example.com", 503);
        assertEquals("pbx.example.com is shut (503); it's pbx.example.com", reason.english());
        assertEquals("pbx.example.com is dicht (503); 't is pbx.example.com", reason.in(DUTCH));
        assertEquals(reason.english(), reason.in(Locale.of("fr")));
        assertEquals(reason.english(), reason.in(Locale.UK));
    }

    @Test
    void aReasonWithinAReasonIsToldInTheSameLanguage() {
        Reason reason = Reason.of(Example.SHUT, "a", Reason.of(Example.SHUT, "b", "c"));
        assertEquals("a is dicht (b is dicht (c); 't is b); 't is a", reason.in(DUTCH));
    }

    @Test
    void otherPeoplesWordsAndArgumentsStayAsTheyAre() {
        assertEquals("{0} costs $1 \\", Reason.words("{0} costs $1 \\").in(DUTCH));
        assertEquals("{1} is dicht ($1); 't is {1}", Reason.of(Example.SHUT, "{1}", "$1").in(DUTCH));
    }

    @Test
    void whatNobodyHasTranslatedIsToldInEnglish() {
        assertEquals("nobody has translated this", Reason.of(Example.UNTRANSLATED).in(DUTCH));
    }

    @Test
    void reasonsAreEqualWhenTheySayTheSame() {
        assertEquals(Reason.of(Example.SHUT, "a", 1), Reason.words("a is shut (1); it's a"));
        assertNotEquals(Reason.of(Example.SHUT, "a", 1), Reason.of(Example.SHUT, "a", 2));
    }
}

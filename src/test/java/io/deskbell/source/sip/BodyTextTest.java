package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyTextTest {
    private static final String BODY = "<dialog-info entity=\"sip:ü@x\"/>";

    private static Optional<String> read(String text) {
        return BodyText.read("", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theCharsetOfTheContentTypeComesFirstThenUtf8ThenLatin1() {
        byte[] latin = BODY.getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(Optional.of(BODY), BodyText.read("x/y; charset=iso-8859-1", latin));
        assertEquals(Optional.of(BODY), read(BODY));
        assertEquals(Optional.of(BODY), BodyText.read("", latin));
        assertEquals(Optional.of(BODY), BodyText.read("x/y;charset=us-ascii", BODY.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aCharsetThatMakesNonsenseOfTheBytesIsNotBelieved() {
        byte[] even = (BODY + "\n").getBytes(StandardCharsets.UTF_8);
        assertEquals(Optional.of(BODY), BodyText.read("x/y;charset=utf-16", even));
        assertEquals(Optional.of(BODY), BodyText.read("x/y;charset=utf-16be", even));
    }

    @Test
    void whatStandsBeforeTheFirstElementGoes() {
        assertEquals(Optional.of(BODY), read("\ufeff \r\n\t<?xml version=\"1.0\" encoding=\"UTF-16\"?>\r\n" + BODY));
        assertEquals(Optional.of(BODY), read(BODY + "\r\n\u0000\u0000 "));
    }

    @Test
    void ampersandsThatBeginNoEntityAreEscaped() {
        assertEquals(Optional.of("<dialog-info a=\"J&amp;J &amp; &lt; &#252; &amp;nbsp; &amp;\"/>"),
                read("<dialog-info a=\"J&J &amp; &lt; &#252; &nbsp; &\"/>"));
    }

    @Test
    void charactersThatXmlForbidsBecomeSpaces() {
        assertEquals(Optional.of("<dialog-info a=\"b c  d\"/>"), read("<dialog-info a=\"b\u0001c\uffff\u001bd\"/>"));
    }

    @Test
    void onlyTheVeryLastTagIsCompleted() {
        assertEquals(Optional.of("<p:dialog-info></p:dialog-info>"), read("<p:dialog-info></p:dia"));
        assertEquals(Optional.of("<dialog-info><dialog></dialog>"), read("<dialog-info><dialog></dialog>"));
        assertEquals(Optional.of("<dialog-info><dialog"), read("<dialog-info><dialog"));
    }

    @Test
    void anythingElseIsNoDocumentOfOurs() {
        assertEquals(Optional.empty(), read("<presence/>"));
        assertEquals(Optional.empty(), read(""));
        assertEquals(Optional.empty(), BodyText.read("", new byte[] {0, 1, 2, (byte) 0xff}));
    }
}

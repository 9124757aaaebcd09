package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WatchedLineTest {
    @Test
    void theLineKnowsItselfHoweverItIsWritten() {
        WatchedLine line = new WatchedLine("201");
        List.of("201", "sip:201@pbx.test", "sips:201@pbx.test;transport=tls", "\"Jan\" <sip:201@10.0.0.1:5060>",
                "sip:201;phone-context=x@pbx.test", "sip%3A201%40pbx.test", "tel:201", " 201@pbx ")
                .forEach(address -> assertTrue(line.isMeant(address), address));
        List.of("", "sip:pbx.test", "sip:2011@pbx.test", "sip:1201@pbx.test", "202")
                .forEach(address -> assertFalse(line.isMeant(address), address));
    }

    @Test
    void whatTheDocumentCallsItMeansItToo() {
        WatchedLine line = new WatchedLine("sip:201@pbx.test");
        assertFalse(line.isMeant("sip:Line-A@pbx.test"));
        line.entity("sip:line-a@other.test;user=phone");
        assertTrue(line.isMeant("sip:Line-A@pbx.test"));
        assertTrue(line.isMeant("201"));
        assertEquals("201@other.test", line.toString());
        line.entity("");
        assertTrue(line.isMeant("line-a"));
    }

    @Test
    void strayPercentSignsAreLeftAlone() {
        assertEquals("100%", WatchedLine.userOf("sip:100%@pbx.test"));
    }
}

package io.deskbell.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RelaySectionTest {
    /** Of any other, one account per extension cannot be had, and each desk would be told the same user's calls. */
    @Test
    void onlySourcesWhoseCallsDependOnTheExtensionAreRelayed() {
        assertEquals(List.of("voipgrid", "sip", "asterisk", "3cx", "simulator"), RelaySection.sources());
        assertTrue(Keys.SOURCES.containsAll(RelaySection.sources()));
    }
}

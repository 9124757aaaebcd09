package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MomentsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    /** As on an English Windows with a Dutch region. */
    @Test
    void theLanguageIsOneThingAndHowDatesAreWrittenAnother() {
        Moments moments = new Moments(new Words(Locale.ENGLISH), Locale.of("nl", "NL"), Clock.fixed(NOON, ZONE), ZONE);
        assertEquals("13:02", moments.of(NOON.plusSeconds(120)));
        assertEquals("yesterday 13:00", moments.of(NOON.minusSeconds(86_400)));
        assertEquals("01-03-2026 13:00", moments.of(Instant.parse("2026-03-01T12:00:00Z")));
    }
}

package io.deskbell.source.threecx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.deskbell.source.LineLostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {
    private Instant now = Instant.parse("2026-11-28T10:00:00Z");
    private int given;
    private long lasts = 3600;
    private final Tokens tokens = new Tokens(() -> JsonNodeFactory.instance.objectNode()
            .put("access_token", "t" + ++given).put("expires_in", lasts), new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void oneTokenServesForManyQuestions() throws Exception {
        assertEquals("t1", tokens.token());
        now = now.plus(Duration.ofMinutes(20));
        assertEquals("t1", tokens.token());
    }

    /** 60 may mean minutes, and 3600 has been seen: the shorter reading, within reason. */
    @ParameterizedTest
    @CsvSource({"60, 54", "3600, 1620", "1800, 1620", "0, 27", "1, 27", "-5, 27"})
    void howLongItLastsIsReadAsSecondsWithinReason(long told, long seconds) throws Exception {
        lasts = told;
        tokens.token();
        assertEquals(Duration.ofSeconds(seconds), tokens.lasts());
        now = now.plusSeconds(seconds - 1);
        assertEquals("t1", tokens.token());
        now = now.plusSeconds(1);
        assertEquals("t2", tokens.token());
    }

    @Test
    void aRefusedOneIsReplaced() throws Exception {
        tokens.token();
        now = now.plusSeconds(31);
        tokens.refused("t1");
        assertEquals("t2", tokens.token());
    }

    @Test
    void anOlderOneThatIsRefusedTakesNothingFromTheOneAtHand() throws Exception {
        tokens.token();
        tokens.refused("t0");
        assertEquals("t1", tokens.token());
    }

    @Test
    void aNewOneThatIsRefusedIsNotReplacedAtOnce() throws Exception {
        tokens.token();
        now = now.plusSeconds(29);
        assertThrows(LineLostException.class, () -> tokens.refused("t1"));
    }
}

package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.EndedCalls.How;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EndedCallsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");

    private final EndedCalls ended = new EndedCalls(TrackerLimits.USUAL);

    private static CallReport report(String name, CallState state, String number) {
        return CallReport.of(CallKey.reused(name), state, NOW.plusSeconds(1))
                .with(new Party.Outside(new PhoneNumber(number), ""));
    }

    private static Call call(String name) {
        return Call.begun(name, new Extension("201"), report(name, CallState.RINGING, "+31612345678"))
                .ended(NOW, EndReason.NO_ANSWER);
    }

    @Test
    void aToldEndIsForgottenAfterSecondsAndALostOneAfterHours() {
        ended.remember(call("told"), How.TOLD, Type.ENDED, NOW);
        ended.remember(call("lost"), How.GIVEN_UP, Type.ENDED, NOW);
        assertFalse(ended.forgetOlderThan(NOW.plusSeconds(10)));
        assertTrue(ended.forgetOlderThan(NOW.plusSeconds(11)));
        assertFalse(ended.remembers("told"));
        assertTrue(ended.remembers("lost"));
        ended.forgetOlderThan(NOW.plusSeconds(4 * 3600 + 1));
        assertFalse(ended.remembers("lost"));
    }

    @Test
    void memoryLastsAsLongAsThePhoneGoesOnTalking() {
        ended.remember(call("a"), How.TOLD, Type.ENDED, NOW);
        ended.refresh("a", NOW.plusSeconds(9));
        ended.forgetOlderThan(NOW.plusSeconds(15));
        assertTrue(ended.remembers("a"));
        ended.refresh("never heard of", NOW);
        assertFalse(ended.remembers("never heard of"));
    }

    @Test
    void theOldestOfTooManyIsForgotten() {
        for (int i = 0; i <= 500; i++) {
            ended.remember(call("c" + i), How.TOLD, Type.ENDED, NOW);
        }
        assertEquals(500, ended.all().size());
        assertFalse(ended.remembers("c0"));
    }

    @Test
    void aSmallNameIsUsedForTheNextCallOnlyWhenTheOldOneIsSurelyOver() {
        CallReport sameNumber = report("1", CallState.RINGING, "+31612345678");
        CallReport otherNumber = report("1", CallState.RINGING, "+31201234567");
        for (How how : How.values()) {
            EndedCalls.Entry entry = new EndedCalls.Entry(call("1"), how, Type.ENDED, NOW);
            assertEquals(how != How.GIVEN_UP, entry.isFollowedBy(sameNumber), how.name());
            assertTrue(entry.isFollowedBy(otherNumber), how.name());
            assertFalse(entry.isFollowedBy(report("1", CallState.CONNECTED, "+31201234567")), how.name());
        }
    }

    @Test
    void aNameOfTheWholeSystemRingsAgainHoweverItWasOver() {
        CallReport again = CallReport.of(CallKey.shared("a"), CallState.RINGING, NOW.plusSeconds(1));
        Call answered = call("a").answered(NOW.minusSeconds(9), CallState.CONNECTED);
        Call given = answered.givenAway(NOW, new Transfer(new Extension("202"), false));
        assertTrue(new EndedCalls.Entry(call("a"), How.TOLD, Type.ENDED, NOW).isFollowedBy(again));
        assertTrue(new EndedCalls.Entry(call("a"), How.GONE, Type.ENDED, NOW).isFollowedBy(again));
        assertFalse(new EndedCalls.Entry(call("a"), How.GIVEN_UP, Type.ENDED, NOW).isFollowedBy(again));
        assertTrue(new EndedCalls.Entry(given, How.TOLD, Type.TRANSFERRED, NOW).isFollowedBy(again));
        Call over = answered.ended(NOW, EndReason.NORMAL);
        assertTrue(new EndedCalls.Entry(over, How.TOLD, Type.ENDED, NOW).isFollowedBy(again));
    }

    @Test
    void aLateRingIsNoNextCall() {
        EndedCalls.Entry entry = new EndedCalls.Entry(call("1"), How.TOLD, Type.ENDED, NOW);
        assertFalse(entry.isFollowedBy(CallReport.of(CallKey.reused("1"), CallState.RINGING, NOW)));
        assertFalse(entry.isFollowedBy(CallReport.of(CallKey.reused("1"), CallState.RINGING, NOW.minusSeconds(3))));
    }
}

package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToastModelTest {
    private final Telling telling = Look.told("en");
    private final ToastModel toast = new ToastModel(telling.calls(), telling.words());
    private final Call ringing = Calls.ringing("c", Calls.customer(), Calls.NOW);

    @Test
    void itComesWhenThePhoneRings() {
        tell(Type.RINGING, ringing, Calls.NOW);
        assertEquals(Optional.of(new ToastModel.Saying(ringing, "Ringing", "J. Jansen", "06 12345678",
                "to 020 123 4567", "", true)), toast.saying(Calls.NOW));
    }

    @Test
    void aFirstCallIsCalledThatOnceTheLogHasBeenAsked() {
        tell(Type.RINGING, ringing, Calls.NOW);
        toast.knownOf("c", 0, 0);
        assertEquals("First call", toast.saying(Calls.NOW).orElseThrow().history());
    }

    @Test
    void itCountsTheCallsOfToday() {
        tell(Type.RINGING, ringing, Calls.NOW);
        toast.knownOf("c", 2, 5);
        assertEquals("3rd call today", toast.saying(Calls.NOW).orElseThrow().history());
        toast.knownOf("c", 0, 5);
        assertEquals("Has called before", toast.saying(Calls.NOW).orElseThrow().history());
        toast.knownOf("another", 9, 9);
        assertEquals("Has called before", toast.saying(Calls.NOW).orElseThrow().history());
    }

    @Test
    void itFollowsAnswerHoldAndTransferAndThenGoes() {
        tell(Type.RINGING, ringing, Calls.NOW);
        tell(Type.ANSWERED, Calls.connected("c", Calls.customer(), Calls.NOW), Calls.NOW.plusSeconds(5));
        String answered = toast.saying(Calls.NOW.plusSeconds(5)).orElseThrow().state();
        tell(Type.HELD, Calls.held("c", Calls.customer(), Calls.NOW), Calls.NOW.plusSeconds(9));
        String held = toast.saying(Calls.NOW.plusSeconds(9)).orElseThrow().state();
        tell(Type.TRANSFERRED, givenAway(), Calls.NOW.plusSeconds(12));
        String given = toast.saying(Calls.NOW.plusSeconds(12)).orElseThrow().state();
        assertEquals(List.of("In conversation", "On hold", "Passed on to 204"), List.of(answered, held, given));
        assertTrue(toast.saying(Calls.NOW.plusSeconds(19)).isEmpty());
    }

    @Test
    void aNumberThatBecomesKnownIsShownAtOnce() {
        tell(Type.RINGING, Calls.ringing("c", Party.Unknown.NOBODY, Calls.NOW), Calls.NOW);
        tell(Type.CHANGED, ringing, Calls.NOW.plusSeconds(1));
        assertEquals("J. Jansen", toast.saying(Calls.NOW.plusSeconds(1)).orElseThrow().title());
    }

    @Test
    void itGoesByItselfWhenThePhoneIsForgotten() {
        tell(Type.RINGING, ringing, Calls.NOW);
        assertTrue(toast.saying(Calls.NOW.plus(ToastModel.LONGEST).plusMillis(1)).isEmpty());
    }

    @Test
    void onceSentAwayItStaysAwayForThatCall() {
        tell(Type.RINGING, ringing, Calls.NOW);
        toast.dismiss();
        tell(Type.ANSWERED, Calls.connected("c", Calls.customer(), Calls.NOW), Calls.NOW);
        tell(Type.RINGING, ringing, Calls.NOW);
        assertTrue(toast.saying(Calls.NOW).isEmpty());
        tell(Type.RINGING, Calls.ringing("next", Calls.customer(), Calls.NOW), Calls.NOW);
        assertTrue(toast.saying(Calls.NOW).isPresent());
    }

    @Test
    void whoDialsHimselfKnowsWhomHeCalls() {
        Call dialling = Calls.ended("o", Direction.OUTBOUND, Calls.customer(), Calls.NOW, Duration.ZERO);
        tell(Type.RINGING, new Call("o", dialling.key(), dialling.desk(), dialling.direction(), dialling.party(),
                Optional.empty(), CallState.DIALING, Calls.NOW, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty()), Calls.NOW);
        assertTrue(toast.saying(Calls.NOW).isEmpty());
    }

    @Test
    void inQuietTimesNoneComesButOneThatIsThereGoesOn() {
        toast.happened(Calls.event(Type.RINGING, ringing), true, Calls.NOW);
        assertTrue(toast.saying(Calls.NOW).isEmpty());
        tell(Type.RINGING, ringing, Calls.NOW);
        toast.happened(Calls.event(Type.ANSWERED, Calls.connected("c", Calls.customer(), Calls.NOW)), true, Calls.NOW);
        assertEquals("In conversation", toast.saying(Calls.NOW).orElseThrow().state());
    }

    private void tell(Type type, Call call, Instant now) {
        toast.happened(Calls.event(type, call), false, now);
    }

    private static Call givenAway() {
        Call over = Calls.ended("c", Direction.INBOUND, Calls.customer(), Calls.NOW, Duration.ofSeconds(7));
        return new Call("c", over.key(), over.desk(), over.direction(), over.party(), over.referrer(), over.state(),
                over.startedAt(), over.answeredAt(), over.endedAt(), over.endReason(),
                Optional.of(new Transfer(new Extension("204"), false)), Optional.empty(), Optional.empty());
    }
}

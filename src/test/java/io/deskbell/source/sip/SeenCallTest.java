package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeenCallTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Party CUSTOMER = new Party.Outside(new PhoneNumber("+31612345678"), "Jan");

    private final SeenCall call = new SeenCall(CallKey.leg("c"), 0);

    @Test
    void aCallLivesWhileOneOfItsLegsDoes() {
        call.leg("a", CallState.RINGING);
        call.leg("b", CallState.RINGING);
        call.leg("a", CallState.ENDED);
        assertEquals(CallState.RINGING, call.state());
        call.leg("b", CallState.ENDED);
        assertTrue(call.isOver());
    }

    @Test
    void oneLegAnsweredIsTheCallAnswered() {
        call.leg("a", CallState.RINGING);
        call.leg("b", CallState.CONNECTED);
        assertEquals(CallState.CONNECTED, call.state());
        call.leg("b", CallState.HELD);
        assertEquals(CallState.HELD, call.state());
        call.leg("b", CallState.ENDED);
        assertEquals(CallState.CONNECTED, call.state()); // The other leg's end is on its way.
        call.leg("a", CallState.ENDED);
        assertTrue(call.isOver());
    }

    @Test
    void legsMissingFromAWholeDocumentAreGone() {
        call.leg("a", CallState.CONNECTED);
        call.leg("b", CallState.RINGING);
        call.onlyLegs(List.of("b", "c"));
        assertEquals(CallState.CONNECTED, call.state());
        call.onlyLegs(List.of());
        assertTrue(call.isOver());
    }

    @Test
    void legsWithoutEndAreNotAllKept() {
        for (int i = 0; i < 1_000; i++) {
            call.leg("ended" + i, CallState.ENDED);
        }
        for (int i = 0; i < 1_000; i++) {
            call.leg("ringing" + i, CallState.RINGING);
        }
        assertFalse(call.hasLeg("ended999"));
        assertTrue(call.hasLeg("ringing0"));
        assertFalse(call.hasLeg("ringing999"));
    }

    @Test
    void whatWasToldWhileItRangIsKept() {
        call.learn(CUSTOMER, Optional.of(Direction.INBOUND), Optional.of(new PhoneNumber("+31208888888")));
        call.leg("", CallState.CONNECTED);
        call.learn(Party.Unknown.NOBODY, Optional.empty(), Optional.empty());
        call.learn(new Party.Unknown("x"), Optional.of(Direction.OUTBOUND),
                Optional.of(new PhoneNumber("+31201111111")));
        assertEquals(CallReport.of(CallKey.leg("c"), CallState.CONNECTED, NOW).with(CUSTOMER).going(Direction.INBOUND)
                .dialled(new PhoneNumber("+31208888888")), call.report(NOW));
    }

    @Test
    void theReasonGoesWithTheEnd() {
        call.handedOverBy(new Extension("202"));
        call.leg("", CallState.RINGING);
        call.because(Optional.of(EndReason.BUSY));
        assertEquals(Optional.empty(), call.report(NOW).reason());
        call.leg("", CallState.ENDED);
        assertEquals(CallReport.of(CallKey.leg("c"), CallState.ENDED, NOW).handedOverBy(new Extension("202"))
                .because(EndReason.BUSY), call.report(NOW));
    }

    @Test
    void anOutboundCallIsDialled() {
        call.learn(CUSTOMER, Optional.of(Direction.OUTBOUND), Optional.empty());
        call.leg("a", CallState.RINGING);
        assertEquals(CallState.DIALING, call.state());
    }
}

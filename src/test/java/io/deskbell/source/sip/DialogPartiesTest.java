package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.source.sip.DialogInfo.Dialog;
import io.deskbell.source.sip.DialogInfo.Identity;
import io.deskbell.source.sip.DialogInfo.Side;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialogPartiesTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+31612345678");
    private static final Side LINE = side("sip:201@pbx.test");

    private final DialogParties parties = new DialogParties(
            new NumberPlan("NL", new DigitLengths("2..5"), "0", new Extension("201")), new WatchedLine("201"));

    private static Side side(String... addresses) {
        return new Side(Stream.of(addresses).map(a -> new Identity(a, "")).toList(), Optional.empty());
    }

    private static Dialog dialog(Direction way, Side local, Side remote) {
        return new Dialog("d", "c", Optional.ofNullable(way), "early", "", OptionalInt.empty(), local, remote, "", "",
                "");
    }

    private static Dialog inbound(Side local, Side remote) {
        return dialog(Direction.INBOUND, local, remote);
    }

    @Test
    void anOutsideNumberIsPreferredAmongTwoIdentities() {
        Party expected = new Party.Outside(NUMBER, "");
        assertEquals(expected, parties.other(inbound(LINE, side("sip:8800@pbx", "tel:+31612345678"))));
        assertEquals(expected, parties.other(inbound(LINE, side("tel:+31612345678", "sip:8800@pbx"))));
        assertEquals(new Party.Colleague(new Extension("8800"), ""),
                parties.other(inbound(LINE, side("sip:jan@pbx", "sip:8800@pbx"))));
    }

    @Test
    void sidesAreSwappedOnlyWhenTheOtherOneIsSurelyAnother() {
        assertEquals(new Party.Outside(NUMBER, ""), parties.other(inbound(side("sip:0612345678@pbx"), LINE)));
        assertEquals(Party.Unknown.NOBODY, parties.other(inbound(LINE, LINE)));
        assertEquals(Party.Unknown.NOBODY, parties.other(inbound(Side.NONE, LINE)));
        assertEquals(Party.Unknown.NOBODY, parties.other(inbound(LINE, Side.NONE)));
    }

    @Test
    void thePrefixForAnOutsideLineIsTakenOffDialledNumbersOnly() {
        assertEquals(new Party.Outside(NUMBER, ""),
                parties.other(dialog(Direction.OUTBOUND, LINE, side("sip:00612345678@pbx"))));
        assertFalse(parties.other(inbound(LINE, side("sip:00612345678@pbx"))).equals(new Party.Outside(NUMBER, "")));
    }

    @Test
    void aNameThatIsTheNumberAgainIsNoName() {
        Side remote = new Side(List.of(new Identity("<sip:0612345678@pbx>", "0612345678")), Optional.empty());
        assertEquals(new Party.Outside(NUMBER, ""), parties.other(inbound(LINE, remote)));
        Side named = new Side(List.of(new Identity("\"x\" <sip:0612345678@pbx>", "Jan")), Optional.empty());
        assertEquals(new Party.Outside(NUMBER, "Jan"), parties.other(inbound(LINE, named)));
    }

    @Test
    void theNumberTheCustomerDialledIsAnOutsideNumberOfOurOwnEnd() {
        Side customer = side("sip:0612345678@pbx");
        Optional<PhoneNumber> dialled = Optional.of(new PhoneNumber("+31208888888"));
        assertEquals(dialled, parties.dialledByCustomer(inbound(side("sip:+31208888888@pbx"), customer)));
        assertEquals(dialled, parties.dialledByCustomer(inbound(side("sip:201@pbx", "tel:+31208888888"), customer)));
        assertEquals(Optional.empty(), parties.dialledByCustomer(inbound(LINE, customer)));
        assertEquals(Optional.empty(), parties.dialledByCustomer(inbound(side("sip:202@pbx"), customer)));
        assertEquals(Optional.empty(),
                parties.dialledByCustomer(dialog(Direction.OUTBOUND, side("sip:+31208888888@pbx"), customer)));
        assertEquals(Optional.empty(), parties.dialledByCustomer(dialog(null, side("sip:+31208888888@pbx"), customer)));
    }

    @Test
    void theEndThatIsHeldIsOurs() {
        Side silent = new Side(LINE.identities(), Optional.of(false));
        Side other = new Side(side("sip:0612345678@pbx").identities(), Optional.of(false));
        assertTrue(parties.isHeld(inbound(silent, side("sip:0612345678@pbx"))));
        assertFalse(parties.isHeld(inbound(LINE, other)));
        assertTrue(parties.isHeld(inbound(side("sip:0612345678@pbx"), silent)));
        assertFalse(parties.isHeld(inbound(new Side(LINE.identities(), Optional.of(true)), Side.NONE)));
    }

    @Test
    void onlyAColleagueHandsOver() {
        assertEquals(Optional.of(new Extension("202")), parties.referredBy(referred("\"Piet\" <sip:202@pbx>")));
        assertEquals(Optional.empty(), parties.referredBy(referred("sip:+31612345678@pbx")));
        assertEquals(Optional.empty(), parties.referredBy(referred("sip:201@pbx")));
        assertEquals(Optional.empty(), parties.referredBy(referred("")));
    }

    private static Dialog referred(String by) {
        return new Dialog("d", "c", Optional.empty(), "early", "", OptionalInt.empty(), LINE, Side.NONE, "", by, "");
    }
}

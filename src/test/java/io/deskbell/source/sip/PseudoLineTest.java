package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.sip.DialogInfo.Dialog;
import io.deskbell.source.sip.DialogInfo.Side;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the line does, and the states of its calls after each word. */
class PseudoLineTest {
    private static final String HOLD = "hold";

    private final DialogParties parties = new DialogParties(
            new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")), new WatchedLine("201"));
    private final PseudoLine line = new PseudoLine("201", parties);

    private String after(String... words) {
        for (String word : words) {
            boolean hold = word.equals(HOLD);
            Side local = new Side(List.of(), hold ? Optional.of(false) : Optional.empty());
            line.take(new Dialog("201", "", Optional.empty(), hold ? "confirmed" : word, "", OptionalInt.empty(), local,
                    Side.NONE, "", "", ""));
        }
        return line.calls().stream().map(call -> call.state().name()).toList().toString();
    }

    @Test
    void freeRingingBusyFree() {
        assertEquals("[]", after("terminated"));
        assertEquals("[RINGING]", after("early", "early"));
        assertEquals("[CONNECTED]", after("confirmed", "confirmed"));
        assertEquals("[]", after("terminated", "terminated"));
    }

    @Test
    void holdAndBackOfOneCall() {
        assertEquals("[HELD]", after("confirmed", HOLD, HOLD));
        assertEquals("[CONNECTED]", after("confirmed"));
    }

    @Test
    void aSecondCallIsAnsweredWhereHoldingIsNotTold() {
        assertEquals("[CONNECTED, RINGING]", after("confirmed", "early", "early"));
        assertEquals("[CONNECTED, CONNECTED]", after("confirmed"));
        assertEquals("[]", after("terminated"));
    }

    @Test
    void aSecondCallGivesUpWhereHoldingIsToldAndNothingIsHeld() {
        assertEquals("[CONNECTED, RINGING]", after("confirmed", HOLD, "confirmed", "early"));
        assertEquals("[CONNECTED]", after("confirmed"));
    }

    @Test
    void theFirstCallIsPutOnHoldToAnswerTheSecond() {
        assertEquals("[HELD, CONNECTED]", after("confirmed", "early", HOLD));
        assertEquals("[HELD, CONNECTED]", after(HOLD, "confirmed"));
    }

    @Test
    void theFirstCallWasOnHoldBeforeTheSecondRang() {
        assertEquals("[HELD, RINGING]", after("confirmed", HOLD, "early"));
        assertEquals("[HELD]", after(HOLD));
        assertEquals("[HELD, RINGING]", after("early"));
        assertEquals("[HELD, CONNECTED]", after("confirmed"));
    }

    @Test
    void wordsNobodyKnowsRingAndAMissingWordIsNothing() {
        assertEquals("[RINGING]", after("", "ringing-somehow"));
        assertEquals("[RINGING]", after(""));
    }

    @Test
    void aLineThatIsGoneHasNoCalls() {
        after("confirmed", "early");
        line.clear();
        assertEquals(List.of(), line.calls());
    }
}

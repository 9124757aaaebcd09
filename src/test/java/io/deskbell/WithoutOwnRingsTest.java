package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.source.EveryWord;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two sources see one call that was dialled from the computer: the ring at the agent's own phone is none. */
class WithoutOwnRingsTest {
    private static final NumberPlan PLAN = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    private static final Party DIALLED = PLAN.dialled("0612345678", "");

    private final List<String> told = new ArrayList<>();
    private final PhoneListener next = new PhoneListener() {
        @Override
        public void watching() {
            told.add("watching");
        }

        @Override
        public void report(CallReport report) {
            told.add(report.key().value() + " " + report.state());
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            told.add("all " + reports.stream().map(report -> report.key().value()).toList());
        }
    };
    private final ClickToDialled dialling = new ClickToDialled();
    private final PhoneListener listener = WithoutOwnRings.of(next, new ClickToDialled(),
            List.of(dialling, new ClickToDialled()));

    /** Rings the agent while something is under way. */
    private static final class ClickToDialled implements PhoneSource {
        private boolean underWay;

        @Override
        public String name() {
            return "voipgrid";
        }

        @Override
        public String description() {
            return "a test";
        }

        @Override
        public void watch(PhoneListener listener) {
            // Nothing but its rings is asked for.
        }

        @Override
        public boolean ringsFor(CallReport report) {
            return underWay && (!report.party().isKnown() || report.party().sameNumberAs(DIALLED));
        }
    }

    @Test
    void whatIsNoRingOfTheOthersIsHandedOnWordByWord() {
        EveryWord words = new EveryWord();
        words.tell(WithoutOwnRings.of(words.last(), new ClickToDialled(), List.of(dialling)));
        words.allCame();
    }

    @Test
    void aRingThatIsSeenInAnotherWayIsLeftOutToo() throws Exception {
        dialling.underWay = true;
        listener.alsoSeen("fork").report(call("a", CallState.RINGING, DIALLED));
        assertEquals(List.of(), told);
    }

    @Test
    void theRingOfTheOtherSourceIsLeftOutToItsEnd() throws Exception {
        listener.watching();
        dialling.underWay = true;
        listener.report(call("a", CallState.RINGING, DIALLED));
        listener.report(call("a", CallState.CONNECTED, DIALLED));
        dialling.underWay = false;
        listener.report(call("a", CallState.ENDED, Party.Unknown.NOBODY).because(EndReason.NORMAL));
        listener.snapshot(List.of(call("a", CallState.CONNECTED, DIALLED), call("b", CallState.RINGING, DIALLED)),
                Instant.EPOCH);
        assertEquals(List.of("watching", "all [b]"), told);
    }

    @Test
    void aCustomerWhoCallsMeanwhileIsACall() throws Exception {
        dialling.underWay = true;
        listener.report(call("a", CallState.RINGING, PLAN.caller("0301234567", "")));
        assertEquals(List.of("a RINGING"), told);
    }

    @Test
    void aRingThatTurnsOutToBeACustomersIsACallFromThenOn() throws Exception {
        dialling.underWay = true;
        listener.report(call("a", CallState.RINGING, Party.Unknown.NOBODY));
        listener.report(call("a", CallState.RINGING, PLAN.caller("0301234567", "")));
        dialling.underWay = false;
        listener.report(call("a", CallState.ENDED, Party.Unknown.NOBODY));
        assertEquals(List.of("a RINGING", "a ENDED"), told);
    }

    @Test
    void aSourceThatStandsAloneIsToldAsItIs() {
        assertSame(next, WithoutOwnRings.of(next, dialling, List.of(dialling)));
    }

    private static CallReport call(String id, CallState state, Party party) {
        return CallReport.of(CallKey.leg(id), state, Instant.EPOCH).going(Direction.INBOUND).with(party);
    }
}

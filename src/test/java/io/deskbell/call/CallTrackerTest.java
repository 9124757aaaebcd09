package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no recording shows: restarts, bounds, ids, and being asked at the right time. */
class CallTrackerTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Party CUSTOMER = new Party.Outside(new PhoneNumber("+31612345678"), "");

    private final CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);

    private static CallReport report(CallKey key, CallState state, int second) {
        return CallReport.of(key, state, NOW.plusSeconds(second));
    }

    private static List<String> types(List<CallEvent> events) {
        return events.stream().map(event -> event.type() + " " + event.call().id()).toList();
    }

    private Call goingOn(CallKey key) {
        CallTracker earlier = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        return earlier.report(report(key, CallState.CONNECTED, -60).with(CUSTOMER)).getLast().call();
    }

    @Test
    void aSmallIdIsQualifiedByItsMomentAndALongOneStays() {
        assertEquals("5-260105-090000.000", tracker.report(report(CallKey.reused("5"), CallState.CONNECTED, 0))
                .getLast().call().id());
        assertEquals("abc@pbx", tracker.report(report(CallKey.leg("abc@pbx"), CallState.CONNECTED, 1))
                .getLast().call().id());
    }

    @Test
    void aClockSetBackBetweenRingAndAnswerLosesNoCall() {
        tracker.report(report(CallKey.leg("a"), CallState.RINGING, 10).with(CUSTOMER));
        assertEquals(List.of("ANSWERED a"), types(tracker.report(report(CallKey.leg("a"), CallState.CONNECTED, 5))));
        assertEquals(List.of("ENDED a"), types(tracker.report(report(CallKey.leg("a"), CallState.ENDED, 9))));
    }

    @Test
    void anAnswerToldAfterTheEndIsSaidAndEndsAtOnce() {
        CallKey name = CallKey.shared("a");
        tracker.report(report(name, CallState.RINGING, 0).with(CUSTOMER));
        assertEquals(List.of("ENDED a"), types(tracker.report(report(name, CallState.ENDED, 9))));
        List<CallEvent> late = tracker.report(report(name, CallState.CONNECTED, 5));
        assertEquals(List.of("ANSWERED a", "ENDED a"), types(late));
        assertEquals(Duration.ofSeconds(4), late.getLast().call().talked(NOW));
        assertEquals(List.of(), types(tracker.report(report(name, CallState.CONNECTED, 6))));
        assertEquals(List.of(), tracker.calls());
    }

    @Test
    void aTransferToldLongAfterTheEndIsSaidWithTheWholeCall() {
        CallKey name = CallKey.shared("a");
        tracker.report(report(name, CallState.RINGING, 0).with(CUSTOMER));
        tracker.report(report(name, CallState.CONNECTED, 2));
        tracker.report(report(name, CallState.ENDED, 9));
        tracker.tick(NOW.plusSeconds(600));
        List<CallEvent> late = tracker.report(report(name, CallState.CONNECTED, 5)
                .givenTo(new Extension("202"), true));
        assertEquals(List.of("TRANSFERRED a"), types(late));
        assertEquals(Duration.ofSeconds(3), late.getLast().call().talked(NOW));
        assertEquals(List.of("ENDED a"), types(tracker.report(report(name, CallState.ENDED, 9))));
        assertEquals(List.of(), types(tracker.report(report(name, CallState.CONNECTED, 5)
                .givenTo(new Extension("202"), true))));
    }

    @Test
    void anAnswerToldAfterTheTransferIsSaidWithTheTransferAndWithAnEndThatWasTold() {
        CallReport ring = report(CallKey.shared("a"), CallState.RINGING, 0).with(CUSTOMER);
        CallReport answer = report(CallKey.shared("a"), CallState.CONNECTED, 2);
        CallReport given = report(CallKey.shared("a"), CallState.CONNECTED, 5).givenTo(new Extension("202"), true);
        CallReport end = report(CallKey.shared("a"), CallState.ENDED, 9);
        tracker.report(ring);
        assertEquals(List.of("TRANSFERRED a"), types(tracker.report(given)));
        assertEquals(List.of("ANSWERED a", "TRANSFERRED a"), types(tracker.report(answer)));
        assertEquals(List.of(), types(tracker.report(answer)));
        assertEquals(List.of("ENDED a"), types(tracker.report(end)));

        CallTracker second = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        List.of(ring, given, end).forEach(second::report);
        second.tick(NOW.plusSeconds(600));
        assertEquals(List.of("ANSWERED a", "TRANSFERRED a", "ENDED a"), types(second.report(answer)));
        assertEquals(List.of(), types(second.report(answer)));
    }

    @Test
    void theHandOverOfACallNobodyHeardOfBeginsNone() {
        CallReport given = report(CallKey.shared("a"), CallState.CONNECTED, 5).givenTo(new Extension("202"), true);
        assertEquals(List.of(), types(tracker.report(given)));
        assertEquals(List.of("TRANSFERRED a"), types(tracker.report(given.with(CUSTOMER))));
    }

    @Test
    void aRingThatWasGivenUpMayHaveBeenGivenAway() {
        tracker.report(report(CallKey.shared("a"), CallState.RINGING, 0).with(CUSTOMER));
        assertEquals(List.of("ENDED a"), types(tracker.tick(NOW.plusSeconds(240))));
        assertEquals(List.of("TRANSFERRED a"), types(tracker.report(report(CallKey.shared("a"), CallState.CONNECTED, 50)
                .givenTo(new Extension("202"), true))));
        assertEquals(List.of("ENDED a"), types(tracker.report(report(CallKey.shared("a"), CallState.ENDED, 60))));
    }

    /** The colleague talks from that moment on. */
    @Test
    void whatIsGivenAwayUnansweredIsNotAnsweredHereByWhatComesAfter() {
        CallKey name = CallKey.shared("a");
        tracker.report(report(name, CallState.RINGING, 0).with(CUSTOMER));
        tracker.report(report(name, CallState.CONNECTED, 5).givenTo(new Extension("202"), true));
        assertEquals(List.of(), types(tracker.report(report(name, CallState.CONNECTED, 5))));
        assertEquals(List.of(), types(tracker.report(report(name, CallState.CONNECTED, 6))));
    }

    @Test
    void aWordThatIsOlderThanALongToldEndBeginsNoCall() {
        CallKey name = CallKey.shared("a");
        tracker.report(report(name, CallState.CONNECTED, 2).with(CUSTOMER));
        tracker.report(report(name, CallState.ENDED, 9));
        tracker.tick(NOW.plusSeconds(600));
        assertEquals(List.of(), types(tracker.report(report(name, CallState.CONNECTED, 8))));
        assertEquals(List.of(), tracker.calls());
    }

    @Test
    void anAnswerFromAfterTheEndIsNone() {
        tracker.report(report(CallKey.shared("a"), CallState.RINGING, 0).with(CUSTOMER));
        tracker.report(report(CallKey.shared("a"), CallState.ENDED, 9));
        assertEquals(List.of(), types(tracker.report(report(CallKey.shared("a"), CallState.CONNECTED, 10))));
    }

    @Test
    void aCallFromAnEarlierRunGoesOnWithoutAWord() {
        tracker.resume(List.of(goingOn(CallKey.leg("a"))));
        CallReport still = report(CallKey.leg("a"), CallState.CONNECTED, 0);
        assertEquals(List.of(), types(tracker.snapshot(List.of(still), NOW)));
        assertEquals(List.of("ENDED a"), types(tracker.report(report(CallKey.leg("a"), CallState.ENDED, 5))));
    }

    @Test
    void aCallFromAnEarlierRunThatIsGoneHasEnded() {
        tracker.resume(List.of(goingOn(CallKey.leg("a"))));
        List<CallEvent> events = tracker.snapshot(List.of(), NOW);
        assertEquals(List.of("ENDED a"), types(events));
        assertEquals(Optional.of(EndReason.UNKNOWN), events.getFirst().call().endReason());
    }

    @Test
    void aCallFromAnEarlierRunIsKnownAgainUnderANewSmallName() {
        tracker.resume(List.of(goingOn(CallKey.reused("line/7"))));
        CallReport renamed = report(CallKey.reused("line/1"), CallState.CONNECTED, 0);
        assertEquals(List.of(), types(tracker.snapshot(List.of(renamed), NOW)));
        assertEquals(List.of("ENDED line/7-260105-085900.000"),
                types(tracker.report(report(CallKey.reused("line/1"), CallState.ENDED, 5))));
    }

    @Test
    void whoIsCallingDecidesBetweenOldAndNew() {
        tracker.resume(List.of(goingOn(CallKey.reused("line/7"))));
        CallReport another = report(CallKey.reused("line/1"), CallState.CONNECTED, 0)
                .with(new Party.Outside(new PhoneNumber("+31201234567"), ""));
        assertEquals(List.of("ANSWERED line/1-260105-090000.000", "ENDED line/7-260105-085900.000"),
                types(tracker.snapshot(List.of(another), NOW)));
    }

    @Test
    void whoHasANumberIsKnownAgainBeforeWhoHasNone() {
        tracker.resume(List.of(goingOn(CallKey.reused("line/7"))));
        CallReport nobody = report(CallKey.reused("line/1"), CallState.CONNECTED, 0);
        CallReport customer = report(CallKey.reused("line/2"), CallState.HELD, 0).with(CUSTOMER);
        assertEquals(List.of("ANSWERED line/1-260105-090000.000", "HELD line/7-260105-085900.000"),
                types(tracker.snapshot(List.of(nobody, customer), NOW)));
    }

    @Test
    void aCallTheOtherWayIsAnotherThanTheOneFromAnEarlierRun() {
        CallTracker earlier = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        tracker.resume(List.of(earlier.report(report(CallKey.reused("line/7"), CallState.CONNECTED, -60)
                .with(CUSTOMER).going(Direction.INBOUND)).getLast().call()));
        CallReport dialled = report(CallKey.reused("line/1"), CallState.CONNECTED, 0).going(Direction.OUTBOUND);
        assertEquals(List.of("ANSWERED line/1-260105-090000.000", "ENDED line/7-260105-085900.000"),
                types(tracker.snapshot(List.of(dialled), NOW)));
    }

    @Test
    void whatWasMissedIsNotTheConversationFromAnEarlierRun() {
        tracker.resume(List.of(goingOn(CallKey.leg("old"))));
        CallReport missed = report(CallKey.leg("made"), CallState.ENDED, 5).because(EndReason.NO_ANSWER);
        assertEquals(List.of(), types(tracker.report(missed)));
        assertEquals(List.of("ENDED made"), types(tracker.report(missed.with(CUSTOMER))));
    }

    @Test
    void aPhoneThatHasIdsMeansNoOtherCallFromAnEarlierRun() {
        tracker.resume(List.of(goingOn(CallKey.leg("old"))));
        CallReport over = report(CallKey.leg("second"), CallState.ENDED, 5).also("second");
        assertEquals(List.of(), types(tracker.report(over)));
    }

    @Test
    void aPhoneWithoutIdsEndsTheCallFromAnEarlierRun() {
        tracker.resume(List.of(goingOn(CallKey.leg("old"))));
        assertEquals(List.of("ENDED old"),
                types(tracker.report(report(CallKey.leg("made"), CallState.ENDED, 5).with(CUSTOMER))));
    }

    @Test
    void ofSeveralFromAnEarlierRunTheLatestIsMeantOrWithoutANumberNone() {
        Call older = goingOn(CallKey.leg("older"));
        Call latest = Call.begun("latest", new Extension("201"), report(CallKey.leg("latest"), CallState.CONNECTED, -9)
                .with(CUSTOMER)).answered(NOW.minusSeconds(9), CallState.CONNECTED);
        tracker.resume(List.of(latest, older));
        assertEquals(List.of(), types(tracker.report(report(CallKey.leg("made"), CallState.ENDED, 5))));
        assertEquals(List.of("ENDED latest"),
                types(tracker.report(report(CallKey.leg("again"), CallState.ENDED, 6).with(CUSTOMER))));
    }

    /** It ended while nobody watched, and the customer calls again. */
    @Test
    void anAnswerIsAnotherThanTheConversationFromAnEarlierRun() {
        tracker.resume(List.of(goingOn(CallKey.leg("old"))));
        assertEquals(List.of("ANSWERED made"),
                types(tracker.report(report(CallKey.leg("made"), CallState.CONNECTED, 5).with(CUSTOMER))));
    }

    @Test
    void aRingAndWhoeverElseCallsIsAnotherThanTheCallFromAnEarlierRun() {
        tracker.resume(List.of(goingOn(CallKey.leg("old"))));
        assertEquals(List.of("ANSWERED another"), types(tracker.report(report(CallKey.leg("another"),
                CallState.CONNECTED, 5).with(new Party.Outside(new PhoneNumber("+31201234567"), "")))));
        assertEquals(List.of("RINGING second"),
                types(tracker.report(report(CallKey.leg("second"), CallState.RINGING, 6).with(CUSTOMER))));
        assertEquals(List.of(), types(tracker.report(report(CallKey.leg("old"), CallState.CONNECTED, 7))));
        assertEquals(List.of("ANSWERED third"),
                types(tracker.report(report(CallKey.leg("third"), CallState.CONNECTED, 8).with(CUSTOMER))));
    }

    @Test
    void moreCallsThanAPersonCanHaveAreTurnedAway() {
        for (int i = 0; i < 250; i++) {
            tracker.report(report(CallKey.leg("c" + i), CallState.CONNECTED, 0));
        }
        assertEquals(100, tracker.calls().size());
        assertEquals(150, tracker.turnedAway());
    }

    @Test
    void itSaysWhenItHasSomethingToSay() {
        assertEquals(Optional.empty(), tracker.nextDue());
        tracker.report(report(CallKey.leg("a"), CallState.RINGING, 0));
        assertEquals(Optional.of(NOW.plusMillis(200)), tracker.nextDue());
        assertEquals(List.of(), types(tracker.tick(NOW.plusMillis(199))));
        assertEquals(List.of("RINGING a"), types(tracker.tick(NOW.plusMillis(200))));
        assertEquals(Optional.of(NOW.plus(Duration.ofMinutes(3))), tracker.nextDue());
        tracker.report(report(CallKey.leg("a"), CallState.CONNECTED, 60));
        assertEquals(Optional.of(NOW.plusSeconds(60).plus(Duration.ofHours(12))), tracker.nextDue());
        tracker.report(report(CallKey.leg("a"), CallState.ENDED, 90));
        assertEquals(Optional.empty(), tracker.nextDue());
    }

    @Test
    void aNumberOnceKnownStaysWhenThePhoneFallsSilentAboutIt() {
        tracker.report(report(CallKey.leg("a"), CallState.RINGING, 0).with(CUSTOMER).going(Direction.INBOUND));
        Call answered = tracker.report(report(CallKey.leg("a"), CallState.CONNECTED, 1)).getLast().call();
        assertEquals(CUSTOMER, answered.party());
        assertEquals(Optional.of(Direction.INBOUND), answered.direction());
        assertEquals(Duration.ofSeconds(59), answered.talked(NOW.plusSeconds(60)));
    }

    @Test
    void aCallThatComesBackIsNotOverAnyMore() {
        tracker.report(report(CallKey.leg("a"), CallState.RINGING, 0).with(CUSTOMER));
        tracker.tick(NOW.plusSeconds(181));
        Call back = tracker.report(report(CallKey.leg("a"), CallState.CONNECTED, 200)).getLast().call();
        assertEquals(Optional.empty(), back.endedAt());
        assertEquals(Optional.empty(), back.endReason());
        assertTrue(back.wasAnswered());
    }

    @Test
    void aCallGivenAwayComesBackByARingAndByNothingElse() {
        CallKey name = CallKey.shared("a");
        tracker.report(report(name, CallState.CONNECTED, 0).with(CUSTOMER));
        tracker.report(report(name, CallState.CONNECTED, 5).givenTo(new Extension("202"), true));
        assertEquals(List.of(), types(tracker.report(report(name, CallState.CONNECTED, 6))));
        assertEquals(List.of(), types(tracker.report(report(name, CallState.RINGING, 5))));
        assertEquals(List.of("RINGING a"), types(tracker.report(report(name, CallState.RINGING, 60).with(CUSTOMER))));
        assertEquals(List.of("ANSWERED a"), types(tracker.report(report(name, CallState.CONNECTED, 60))));
        assertEquals(List.of("ENDED a"), types(tracker.report(report(name, CallState.ENDED, 90))));
    }

    @Test
    void aliasesOfCallsThatAreForgottenAreForgotten() {
        tracker.report(report(CallKey.leg("a"), CallState.CONNECTED, 0).also("b"));
        tracker.report(report(CallKey.leg("a"), CallState.ENDED, 1));
        assertEquals(List.of(), types(tracker.report(report(CallKey.leg("b"), CallState.CONNECTED, 5))));
        tracker.tick(NOW.plusSeconds(60));
        assertEquals(List.of("ANSWERED b"), types(tracker.report(report(CallKey.leg("b"), CallState.CONNECTED, 61))));
    }

    @Test
    void snapshotsAndReportsGiveTheSameEvents() {
        CallTracker polled = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        CallState[] states = {CallState.RINGING, CallState.CONNECTED, CallState.HELD, CallState.CONNECTED};
        polled.snapshot(List.of(), NOW.minusSeconds(1));
        for (int i = 0; i < states.length; i++) {
            CallReport report = report(CallKey.leg("a"), states[i], i).with(CUSTOMER);
            assertEquals(types(tracker.report(report)), types(polled.snapshot(List.of(report), report.at())));
        }
        assertEquals(types(tracker.report(report(CallKey.leg("a"), CallState.ENDED, 9))),
                types(polled.snapshot(List.of(), NOW.plusSeconds(9))));
    }
}

package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a recording cannot show: earlier runs and ids. The rest is in recordings/several. */
class DeskCallsTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final Party CUSTOMER = new Party.Outside(new PhoneNumber("+31612345678"), "");

    private final List<String> heard = new ArrayList<>();

    @Test
    void aCallOfAnEarlierRunIsKnownAgainByThePhoneThatNamedItFirst() {
        DeskCalls desk = desk(open("a"));
        tell(desk.snapshot("sip", List.of(), at(1)));
        tell(desk.snapshot("poll", List.of(report("a", CallState.CONNECTED, 2)), at(2)));
        passTime(desk, 100);
        assertEquals(List.of(), heard);

        tell(desk.report("poll", report("a", CallState.ENDED, 101)));
        assertEquals(List.of("ENDED a NORMAL"), heard);
    }

    @Test
    void aCallOfAnEarlierRunIsKnownAgainByItsNumberAndKeepsItsId() {
        DeskCalls desk = desk(open("named-by-another"));
        desk.reconnected("sip");
        tell(desk.snapshot("sip", List.of(report("sip-name", CallState.CONNECTED, 1).with(CUSTOMER)), at(1)));
        tell(desk.report("sip", report("sip-name", CallState.ENDED, 9)));
        assertEquals(List.of("ENDED named-by-another NORMAL"), heard);
    }

    @Test
    void aCallOfAnEarlierRunThatNoListShowsIsOverOnceTheOthersHadTheirSay() {
        DeskCalls desk = desk(open("a"));
        desk.reconnected("sip");
        tell(desk.snapshot("sip", List.of(), at(1)));
        passTime(desk, 30);
        assertEquals(List.of(), heard);

        passTime(desk, 32);
        assertEquals(List.of("ENDED a UNKNOWN"), heard);
    }

    @Test
    void theNextCallOfTheCustomerIsNotTheOneOfTheEarlierRun() {
        DeskCalls desk = desk(open("a"));
        desk.reconnected("sip");
        tell(desk.snapshot("sip", List.of(report("b", CallState.RINGING, 1).with(CUSTOMER)), at(1)));
        passTime(desk, 40);
        assertEquals(List.of("RINGING b", "ENDED a UNKNOWN"), heard);
    }

    /** Windows has another handle now, and the program on the desk has no ids. */
    @Test
    void aCallOfAnEarlierRunGoesOnUnderNewNamesOfBothPhones() {
        for (CallKey old : List.of(CallKey.reused("old"), CallKey.leg("old"))) {
            heard.clear();
            DeskCalls desk = new DeskCalls(List.of("tapi", "intake"), DeskCallsTest::tracker, List.of(open(old)));
            desk.reconnected("intake");
            desk.reconnected("tapi");
            CallReport there = CallReport.of(CallKey.reused("new"), CallState.CONNECTED, at(1)).with(CUSTOMER);
            tell(desk.snapshot("tapi", List.of(there.going(Direction.INBOUND)), at(1)));
            passTime(desk, 40);
            tell(desk.report("intake", report("made", CallState.ENDED, 51).with(CUSTOMER)));
            tell(desk.report("tapi", CallReport.of(CallKey.reused("new"), CallState.ENDED, at(51))));
            passTime(desk, 100);
            assertEquals(List.of("ENDED old NORMAL"), heard, old.toString());
        }
    }

    @Test
    void withOnePhoneAnotherNameIsAnotherCall() {
        DeskCalls desk = new DeskCalls(List.of("sip"), DeskCallsTest::tracker, List.of(open("a")));
        desk.reconnected("sip");
        tell(desk.snapshot("sip", List.of(report("b", CallState.CONNECTED, 1).with(CUSTOMER)), at(1)));
        assertEquals(List.of("ANSWERED b", "ENDED a UNKNOWN"), heard);
    }

    @Test
    void anIdThatWasToldStaysThoughABetterOneComesLater() {
        DeskCalls desk = desk();
        tell(desk.report("sip", report("a", CallState.RINGING, 1).with(CUSTOMER)));
        passTime(desk, 2);
        tell(desk.report("poll", CallReport.of(CallKey.shared("pbx-wide"), CallState.CONNECTED, at(3))
                .going(Direction.INBOUND).with(CUSTOMER)));
        assertEquals(List.of("RINGING a", "ANSWERED a"), heard);
        assertEquals(List.of("a"), desk.calls().stream().map(Call::id).toList());
    }

    @Test
    void aSilentFieldOfOnePhoneGoesWithTheAnswerOfTheOther() {
        DeskCalls desk = desk();
        tell(desk.report("sip", report("a", CallState.RINGING, 1).with(CUSTOMER)));
        tell(desk.report("poll", report("x", CallState.RINGING, 1).with(CUSTOMER)));
        tell(desk.report("poll", report("x", CallState.RINGING, 2).with(CUSTOMER).filteredBy("gold")));
        List<CallEvent> answered = desk.report("sip", report("a", CallState.CONNECTED, 3));
        assertEquals(Optional.of("gold"), answered.getLast().call().filterValue());
    }

    @Test
    void aHoldThatOnePhoneTellsIsNotTakenBackByTheOther() {
        DeskCalls desk = desk();
        tell(desk.report("sip", report("a", CallState.CONNECTED, 1).with(CUSTOMER)));
        tell(desk.report("poll", report("x", CallState.CONNECTED, 1).with(CUSTOMER)));
        tell(desk.report("poll", report("x", CallState.HELD, 5)));
        tell(desk.report("sip", report("a", CallState.CONNECTED, 6)));
        tell(desk.report("poll", report("x", CallState.CONNECTED, 9)));
        assertEquals(List.of("ANSWERED a", "HELD a", "RESUMED a"), heard);
    }

    @Test
    void thePhoneThatToldOfATransferTellsOfTheNextAsWell() {
        DeskCalls desk = desk();
        tell(desk.report("sip", report("a", CallState.CONNECTED, 1).with(CUSTOMER)));
        passTime(desk, 4);
        tell(desk.report("sip", report("a", CallState.CONNECTED, 5).givenTo(new Extension("202"), true)));
        tell(desk.report("sip", report("a", CallState.CONNECTED, 8).givenTo(new Extension("203"), true)));
        tell(desk.report("sip", report("a", CallState.ENDED, 9)));
        assertEquals(List.of("ANSWERED a", "TRANSFERRED a TRANSFERRED", "TRANSFERRED a TRANSFERRED",
                "ENDED a TRANSFERRED"), heard);
    }

    private static DeskCalls desk(Call... leftOpen) {
        return new DeskCalls(List.of("sip", "poll"), DeskCallsTest::tracker, List.of(leftOpen));
    }

    private static CallTracker tracker() {
        return new CallTracker(new Extension("201"), TrackerLimits.USUAL);
    }

    private static Call open(String id) {
        return open(CallKey.leg(id));
    }

    private static Call open(CallKey key) {
        CallReport first = CallReport.of(key, CallState.RINGING, at(-60)).going(Direction.INBOUND).with(CUSTOMER);
        return Call.begun(key.value(), new Extension("201"), first).answered(at(-50), CallState.CONNECTED);
    }

    private static CallReport report(String id, CallState state, long second) {
        return CallReport.of(CallKey.leg(id), state, at(second)).going(Direction.INBOUND);
    }

    private void passTime(DeskCalls desk, long second) {
        while (desk.nextDue().filter(due -> !due.isAfter(at(second))).isPresent()) {
            tell(desk.tick(desk.nextDue().orElseThrow()));
        }
    }

    private void tell(List<CallEvent> events) {
        events.forEach(event -> heard.add(event.type() + " " + event.call().id()
                + event.call().endReason().map(why -> " " + why).orElse("")));
    }

    private static Instant at(long second) {
        return BEGIN.plusSeconds(second);
    }
}

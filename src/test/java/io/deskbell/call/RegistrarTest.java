package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RegistrarTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Party CUSTOMER = new Party.Outside(new PhoneNumber("+31612345678"), "Jan");

    private final CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);

    private static Registrar registrar(TransferRole role) {
        return new Registrar(new RegistrationRules(role, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static CallReport report(CallState state, int second) {
        return CallReport.of(CallKey.shared("a"), state, NOW.plusSeconds(second)).with(CUSTOMER)
                .going(Direction.INBOUND);
    }

    private List<String> kinds(Registrar registrar, CallReport... reports) {
        return kinds(tracker, registrar, reports);
    }

    private static List<String> kinds(CallTracker tracker, Registrar registrar, CallReport... reports) {
        List<String> kinds = new ArrayList<>();
        for (CallReport report : reports) {
            for (CallEvent event : tracker.report(report)) {
                registrar.registrationFor(event).ifPresent(r -> kinds.add(r.kind() + " " + r.extension()));
            }
        }
        return kinds;
    }

    @Test
    void aCallTakenUpFromAnEarlierRunIsNotRegisteredAgain() {
        Registrar first = registrar(TransferRole.GIVER);
        Registration answered = first.registrationFor(tracker.report(report(CallState.CONNECTED, 0)).getLast())
                .orElseThrow();
        Registrar second = registrar(TransferRole.GIVER);
        second.resume(answered);
        assertEquals(List.of("DISCONNECTED 201"), kinds(second, report(CallState.ENDED, 9)));
    }

    /** Else nobody hears whose call it was: the colleague's desk leaves it to the giver's. */
    @Test
    void aTransferToldAfterTheEndIsRegisteredWithTheEndOnceMore() {
        CallReport[] late = {report(CallState.CONNECTED, 0), report(CallState.ENDED, 9),
            report(CallState.CONNECTED, 5).givenTo(new Extension("202"), true), report(CallState.ENDED, 9)};
        assertEquals(List.of("ANSWERED 201", "DISCONNECTED 201", "TRANSFER 202", "DISCONNECTED 202"),
                kinds(registrar(TransferRole.GIVER), late));
        for (TransferRole role : List.of(TransferRole.TAKER, TransferRole.NEVER)) {
            CallTracker other = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
            assertEquals(List.of("ANSWERED 201", "DISCONNECTED 201"), kinds(other, registrar(role), late));
        }
    }

    /** The customer's call and a consultation ended together; then the system says that the customer talks on. */
    @Test
    void theEndOfACallIsToldWhoseTransferWasInferredAndIsThenToldInWords() {
        Party colleague = new Party.Colleague(new Extension("202"), "");
        CallReport asked = CallReport.of(CallKey.shared("b"), CallState.CONNECTED, NOW.plusSeconds(5)).with(colleague)
                .going(Direction.OUTBOUND);
        Registrar registrar = registrar(TransferRole.GIVER);
        assertEquals(List.of("ANSWERED 201", "TRANSFER 202"), kinds(registrar, report(CallState.CONNECTED, 0), asked,
                CallReport.of(CallKey.shared("b"), CallState.ENDED, NOW.plusSeconds(9)), report(CallState.ENDED, 9)));
        assertEquals(List.of("DISCONNECTED 202"), kinds(registrar,
                report(CallState.CONNECTED, 9).givenTo(new Extension("202"), true), report(CallState.ENDED, 20)));
    }

    @Test
    void whatWasAnsweredGivenAwayAndEndedIsRegisteredWholeThoughTheAnswerIsToldLast() {
        Registrar registrar = registrar(TransferRole.GIVER);
        DeskCalls desk = new DeskCalls(List.of("relay"),
                () -> new CallTracker(new Extension("201"), TrackerLimits.USUAL), List.of());
        List<CallEvent> events = new ArrayList<>();
        for (CallReport report : List.of(report(CallState.RINGING, 0),
                report(CallState.CONNECTED, 5).givenTo(new Extension("202"), true), report(CallState.ENDED, 9))) {
            events.addAll(desk.report("relay", report));
        }
        events.addAll(desk.tick(NOW.plusSeconds(300)));
        events.addAll(desk.report("relay", report(CallState.CONNECTED, 2)));
        assertEquals(List.of("ANSWERED 201", "TRANSFER 202", "DISCONNECTED 202"), events.stream()
                .flatMap(event -> registrar.registrationFor(event).stream())
                .map(r -> r.kind() + " " + r.extension()).toList());
    }

    /** What ended here is not what a colleague handed over later: that colleague's desk tells where it goes. */
    @Test
    void aCallThatComesBackFromAColleagueAndIsHandedOnIsToldByTheColleaguesDesk() {
        Extension colleague = new Extension("202");
        assertEquals(List.of("ANSWERED 201", "DISCONNECTED 201"), kinds(registrar(TransferRole.GIVER),
                report(CallState.CONNECTED, 0), report(CallState.ENDED, 9),
                report(CallState.RINGING, 60).handedOverBy(colleague),
                report(CallState.CONNECTED, 62).handedOverBy(colleague),
                report(CallState.CONNECTED, 70).handedOverBy(colleague).givenTo(new Extension("203"), true),
                report(CallState.ENDED, 80)));
    }

    @Test
    void whatAPauseSaidAtTheAnswerHoldsToTheEndOfTheCall() {
        AtomicBoolean paused = new AtomicBoolean(true);
        Registrar registrar = new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
                Optional.empty(), Optional.empty()), paused::get);
        assertEquals(List.of(), kinds(registrar, report(CallState.CONNECTED, 0)));
        assertEquals(Optional.of(NotRegistered.PAUSED), registrar.whyNot(tracker.calls().getFirst()));
        paused.set(false);
        CallReport other = report(CallState.CONNECTED, 3).with(new Party.Outside(new PhoneNumber("+31201234567"), ""));
        assertEquals(List.of(), kinds(registrar, other, report(CallState.ENDED, 9)));
    }

    @Test
    void aPauseDoesNotKeepFromTheHelpdeskThatACallEnds() {
        AtomicBoolean paused = new AtomicBoolean(false);
        Registrar registrar = new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
                Optional.empty(), Optional.empty()), paused::get);
        assertEquals(List.of("ANSWERED 201"), kinds(registrar, report(CallState.CONNECTED, 0)));
        paused.set(true);
        assertEquals(List.of("DISCONNECTED 201"), kinds(registrar, report(CallState.ENDED, 9)));
    }

    @Test
    void theEndAfterATransferIsToldUnderTheNewExtension() {
        assertEquals(List.of("ANSWERED 201", "TRANSFER 203", "DISCONNECTED 203"),
                kinds(registrar(TransferRole.GIVER), report(CallState.CONNECTED, 0),
                        report(CallState.CONNECTED, 5).givenTo(new Extension("203"), true),
                        report(CallState.ENDED, 9)));
    }

    @Test
    void aCallThatIsHandedOnIsToldByWhoeverGaveItAwayFirst() {
        for (TransferRole role : TransferRole.values()) {
            CallTracker desk = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
            CallReport on = report(CallState.CONNECTED, 9).givenTo(new Extension("204"), true);
            List<String> told = kinds(desk, registrar(role), report(CallState.CONNECTED, 0),
                    report(CallState.CONNECTED, 5).givenTo(new Extension("203"), true), on, on,
                    report(CallState.ENDED, 20));
            assertEquals(switch (role) {
                case GIVER -> List.of("ANSWERED 201", "TRANSFER 203", "TRANSFER 204", "DISCONNECTED 204");
                case TAKER -> List.of("ANSWERED 201");
                case NEVER -> List.of("ANSWERED 201", "DISCONNECTED 201");
            }, told, role.name());
        }
    }

    @Test
    void aCallThatWasOverAndIsOfferedAgainIsAnsweredAnew() {
        assertEquals(List.of("ANSWERED 201", "DISCONNECTED 201", "ANSWERED 201", "DISCONNECTED 201"),
                kinds(registrar(TransferRole.GIVER), report(CallState.CONNECTED, 0), report(CallState.ENDED, 5),
                        report(CallState.RINGING, 6), report(CallState.CONNECTED, 8), report(CallState.ENDED, 20)));
    }

    @Test
    void aCallThatWasGivenAwayAndOverIsToldByWhoeverHandsItOverNow() {
        assertEquals(List.of("ANSWERED 201", "TRANSFER 203", "DISCONNECTED 203"),
                kinds(registrar(TransferRole.GIVER), report(CallState.CONNECTED, 0),
                        report(CallState.CONNECTED, 5).givenTo(new Extension("203"), true), report(CallState.ENDED, 9),
                        report(CallState.RINGING, 30).handedOverBy(new Extension("204")),
                        report(CallState.CONNECTED, 32), report(CallState.ENDED, 40)));
    }

    @Test
    void aPauseIsAskedOfAgainWhenACallComesBack() {
        AtomicBoolean paused = new AtomicBoolean(true);
        Registrar registrar = new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
                Optional.empty(), Optional.empty()), paused::get);
        assertEquals(List.of(), kinds(registrar, report(CallState.CONNECTED, 0), report(CallState.ENDED, 5)));
        paused.set(false);
        assertEquals(List.of("ANSWERED 201"), kinds(registrar, report(CallState.RINGING, 6),
                report(CallState.CONNECTED, 8)));
    }

    @Test
    void aCallThatComesBackIsToldAsGivenToThisDeskOnceMore() {
        for (TransferRole role : TransferRole.values()) {
            CallTracker desk = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
            List<String> told = kinds(desk, registrar(role), report(CallState.CONNECTED, 0),
                    report(CallState.CONNECTED, 5).givenTo(new Extension("203"), true),
                    report(CallState.RINGING, 9).handedOverBy(new Extension("203")), report(CallState.CONNECTED, 12),
                    report(CallState.ENDED, 20));
            assertEquals(switch (role) {
                case GIVER -> List.of("ANSWERED 201", "TRANSFER 203", "TRANSFER 201", "DISCONNECTED 201");
                case TAKER -> List.of("ANSWERED 201", "TRANSFER 201", "DISCONNECTED 201");
                case NEVER -> List.of("ANSWERED 201", "DISCONNECTED 201", "ANSWERED 201", "DISCONNECTED 201");
            }, told, role.name());
        }
    }

    @Test
    void aCallThatComesBackInVainStaysWithTheColleague() {
        CallReport given = report(CallState.CONNECTED, 5).givenTo(new Extension("203"), true);
        assertEquals(List.of("ANSWERED 201", "TRANSFER 203", "DISCONNECTED 203"),
                kinds(registrar(TransferRole.GIVER), report(CallState.CONNECTED, 0), given,
                        report(CallState.RINGING, 9).handedOverBy(new Extension("203")),
                        report(CallState.CONNECTED, 15).givenTo(new Extension("203"), true),
                        report(CallState.ENDED, 20)));
    }

    @Test
    void aCallGivenToNobodyKnownIsAnsweredAnewWhenItComesBack() {
        assertEquals(List.of("ANSWERED 201", "DISCONNECTED 201", "ANSWERED 201", "DISCONNECTED 201"),
                kinds(registrar(TransferRole.GIVER), report(CallState.CONNECTED, 0),
                        report(CallState.CONNECTED, 5).givenTo(Transfer.SOMEBODY, true),
                        report(CallState.RINGING, 9).handedOverBy(Transfer.SOMEBODY), report(CallState.CONNECTED, 12),
                        report(CallState.ENDED, 20)));
    }

    @Test
    void anotherPartyOnACallThatIsOverIsNoNewCall() {
        Registrar registrar = registrar(TransferRole.TAKER);
        kinds(registrar, report(CallState.CONNECTED, 0));
        Call given = tracker.calls().getFirst().givenAway(NOW, new Transfer(new Extension("203"), false));
        registrar.registrationFor(new CallEvent(CallEvent.Type.TRANSFERRED, given, NOW));
        assertEquals(Optional.empty(),
                registrar.registrationFor(new CallEvent(CallEvent.Type.CHANGED, given, NOW)));
    }

    @Test
    void aTransferOfACallThatWasNeverRegisteredIsNotRegistered() {
        CallReport unnamed = CallReport.of(CallKey.shared("a"), CallState.CONNECTED, NOW);
        assertEquals(List.of(), kinds(registrar(TransferRole.GIVER), unnamed,
                unnamed.givenTo(new Extension("203"), false)));
    }

    @Test
    void aCallThatRingsIsNotCalledUnregisteredBeforeItIsOver() {
        Registrar registrar = registrar(TransferRole.GIVER);
        assertEquals(List.of(), kinds(registrar, report(CallState.RINGING, 0)));
        Call rings = tracker.calls().getFirst();
        assertEquals(Optional.empty(), registrar.whyNot(rings));
        assertEquals(Optional.empty(), registrar.registrationFor(new CallEvent(CallEvent.Type.CHANGED, rings, NOW)));
        assertEquals(Optional.of(NotRegistered.NOT_ANSWERED),
                registrar.whyNot(rings.ended(NOW.plusSeconds(20), EndReason.NO_ANSWER)));
    }

    @Test
    void whatIsLoggedOfARegistrationHoldsNoNumber() {
        Registration registration = registrar(TransferRole.GIVER)
                .registrationFor(tracker.report(report(CallState.CONNECTED, 0)).getLast()).orElseThrow();
        assertEquals("ANSWERED of a at 201", registration.toString());
        assertFalse(registration.toString().contains("316"));
    }
}

package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.RegistrationRules.TransferRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandOversTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Party CUSTOMER = new Party.Outside(new PhoneNumber("+31612345678"), "");
    private static final Party PIET = new Party.Colleague(new Extension("202"), "Piet");
    private static final Optional<Extension> TO_PIET = Optional.of(new Extension("202"));

    private final HandOvers handOvers = new HandOvers(TrackerLimits.USUAL);
    private final DeskCalls desk = new DeskCalls(List.of("phone"),
            () -> new CallTracker(new Extension("201"), TrackerLimits.USUAL), List.of());
    private final Registrar registrar = new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
            Optional.empty(), Optional.empty()));
    private final List<String> registered = new ArrayList<>();

    private static Instant at(double second) {
        return NOW.plusMillis(Math.round(second * 1000));
    }

    private static Call call(String name, Direction way, Party party, double begun, double answered) {
        CallReport first = CallReport.of(CallKey.leg(name), CallState.RINGING, at(begun)).going(way).with(party);
        return Call.begun(name, new Extension("201"), first).answered(at(answered), CallState.CONNECTED);
    }

    private static Call asked(double begun) {
        return call("asked", Direction.OUTBOUND, PIET, begun, begun + 1);
    }

    private static CallReport customer(CallState state, double second) {
        return CallReport.of(CallKey.leg("customer"), state, at(second)).with(CUSTOMER).going(Direction.INBOUND);
    }

    private static CallReport colleague(CallState state, double second) {
        return CallReport.of(CallKey.leg("colleague"), state, at(second)).with(PIET).going(Direction.INBOUND);
    }

    private void told(CallReport... reports) {
        for (CallReport report : reports) register(desk.report("phone", report));
    }

    private void register(List<CallEvent> events) {
        events.stream().flatMap(event -> registrar.registrationFor(event).stream())
                .forEach(one -> registered.add(one.kind() + " " + one.callId()));
    }

    /** Of two relays one tells an earlier call when a later one has long begun. */
    @Test
    void aConversationThatBeganAfterTheCallDidNotHandItOver() {
        Call late = call("late", Direction.INBOUND, CUSTOMER, 0, 0);
        assertEquals(Optional.empty(), handOvers.by(late, List.of(), List.of(asked(10)), at(0)));
        assertEquals(TO_PIET, handOvers.by(late, List.of(), List.of(asked(-10)), at(0)));
    }

    @Test
    void aCustomerConnectedAtOnceAfterAColleagueWasHandedOver() {
        Call colleague = call("c", Direction.INBOUND, PIET, 0, 1).ended(at(20), EndReason.NORMAL);
        Call handed = call("h", Direction.INBOUND, CUSTOMER, 20.1, 20.2);
        assertEquals(TO_PIET, handOvers.by(handed, List.of(colleague), List.of(), at(20.2)));
        assertEquals(Optional.empty(), handOvers.by(handed, List.of(), List.of(), at(20.2)));
        assertEquals(Optional.empty(), handOvers.by(handed, List.of(colleague), List.of(), at(21.6)));
    }

    @Test
    void aConversationHandsOverOneCall() {
        Call colleague = call("c", Direction.INBOUND, PIET, 0, 1).ended(at(20), EndReason.NORMAL);
        Call handed = call("h", Direction.INBOUND, CUSTOMER, 19.98, 20.01);
        Call next = call("n", Direction.INBOUND, CUSTOMER, 20.1, 20.2);
        assertEquals(TO_PIET, handOvers.by(handed, List.of(colleague), List.of(), at(20.01)));
        assertEquals(Optional.empty(), handOvers.by(next, List.of(colleague), List.of(), at(20.2)));
    }

    @Test
    void aCallAnsweredByHandWasNotHandedOver() {
        Call colleague = call("c", Direction.INBOUND, PIET, 0, 1).ended(at(20), EndReason.NORMAL);
        Call answered = call("h", Direction.INBOUND, CUSTOMER, 18, 20.2);
        assertEquals(Optional.empty(), handOvers.by(answered, List.of(colleague), List.of(), at(20.2)));
    }

    @Test
    void aCallThatBeginsAfterTheColleaguesEndedIsTheNextCustomerThoughThePhoneTakesItByItself() {
        Call colleague = call("c", Direction.INBOUND, PIET, 0, 1).ended(at(20), EndReason.NORMAL);
        Call next = call("n", Direction.INBOUND, CUSTOMER, 20.3, 20.4);
        assertEquals(Optional.empty(), handOvers.by(next, List.of(colleague), List.of(), at(20.4)));
    }

    @Test
    void aColleagueStillOnTheLineHandsOverOnlyWhenTheNewCallWasNeverRinging() {
        Call talking = call("c", Direction.INBOUND, PIET, 0, 1);
        Call atOnce = call("h", Direction.INBOUND, CUSTOMER, 20, 20.05);
        Call quick = call("h", Direction.INBOUND, CUSTOMER, 20, 20.8);
        assertEquals(TO_PIET, handOvers.by(atOnce, List.of(), List.of(talking, atOnce), at(20.05)));
        assertEquals(Optional.empty(), handOvers.by(quick, List.of(), List.of(talking, quick), at(20.8)));
        Call held = talking.in(CallState.HELD);
        assertEquals(Optional.empty(), handOvers.by(atOnce, List.of(), List.of(held, atOnce), at(20.05)));
    }

    @Test
    void whatAColleagueHandsOverIsTheColleaguesToTell() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20), colleague(CallState.ENDED, 20.2));
        register(desk.tick(at(60)));
        told(customer(CallState.ENDED, 80));
        assertEquals(List.of(), registered);
    }

    /** Neither its ring nor the end of the conversation before it has been told when it is answered. */
    @Test
    void aCallThatCameByItselfIsRegisteredOnceTheConversationProvesToGoOn() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20));
        assertEquals(Optional.of(at(21.5)), desk.nextDue());
        register(desk.tick(at(21.5)));
        assertEquals(List.of("ANSWERED customer"), registered);
        told(colleague(CallState.ENDED, 25), customer(CallState.ENDED, 80));
        assertEquals(List.of("ANSWERED customer", "DISCONNECTED customer"), registered);
    }

    @Test
    void anEndToldLateThatCameBeforeTheCallHandsNothingOver() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20), colleague(CallState.ENDED, 15));
        register(desk.tick(at(21.5)));
        assertEquals(List.of("ANSWERED customer"), registered);
    }

    @Test
    void aCallThatEndsBeforeTheConversationCameByItself() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20), customer(CallState.ENDED, 21));
        assertEquals(List.of("ANSWERED customer", "DISCONNECTED customer"), registered);
    }

    @Test
    void aCallThatIsGoneBeforeTheConversationCameByItself() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20));
        register(desk.snapshot("phone", List.of(colleague(CallState.CONNECTED, 21)), at(21)));
        assertEquals(List.of("ANSWERED customer", "DISCONNECTED customer"), registered);
    }

    @Test
    void whatThePhoneItselfCallsHandedOverIsNotDoubted() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20),
                customer(CallState.CONNECTED, 20.3).handedOverBy(new Extension("202")));
        register(desk.tick(at(60)));
        assertEquals(List.of(), registered);
    }

    @Test
    void aConversationThatHandedOverNothingMayYetDoSo() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20));
        register(desk.tick(at(22)));
        CallReport next = CallReport.of(CallKey.leg("next"), CallState.CONNECTED, at(40)).with(CUSTOMER)
                .going(Direction.INBOUND);
        told(customer(CallState.ENDED, 30), next, colleague(CallState.ENDED, 40.1));
        register(desk.tick(at(60)));
        assertEquals(List.of("ANSWERED customer", "DISCONNECTED customer"), registered);
    }

    /** Such a system says who handed a call over; a conversation that seems to go on has an end that is told late. */
    @Test
    void aCallWithANameOfTheWholeSystemIsNotTakenForHandedOver() {
        told(colleague(CallState.CONNECTED, 0), CallReport.of(CallKey.shared("s"), CallState.CONNECTED, at(20))
                .with(CUSTOMER).going(Direction.INBOUND), colleague(CallState.ENDED, 20.2));
        assertEquals(List.of("ANSWERED s"), registered);
    }

    @Test
    void twoPhonesThatShowTheCallTakeItBackTogether() {
        told(colleague(CallState.CONNECTED, 0), customer(CallState.CONNECTED, 20));
        register(desk.report("softphone", CallReport.of(CallKey.leg("other"), CallState.CONNECTED, at(20.1))
                .with(CUSTOMER).going(Direction.INBOUND)));
        register(desk.tick(at(21.5)));
        assertEquals(List.of("ANSWERED customer"), registered);
    }
}

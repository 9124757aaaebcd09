package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinsTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Party CUSTOMER = new Party.Outside(new PhoneNumber("+31612345678"), "");
    private static final Party PIET = new Party.Colleague(new Extension("202"), "Piet");
    private static final Optional<Extension> TO_PIET = Optional.of(new Extension("202"));

    private final Joins joins = new Joins(TrackerLimits.USUAL);

    private static Instant at(double second) {
        return NOW.plusMillis(Math.round(second * 1000));
    }

    private static Call call(String name, Direction way, Party party, double begun, double answered) {
        CallReport first = CallReport.of(CallKey.leg(name), CallState.RINGING, at(begun)).going(way).with(party);
        return Call.begun(name, new Extension("201"), first).answered(at(answered), CallState.CONNECTED);
    }

    private static Call customers(double begun) {
        return call("customer", Direction.INBOUND, CUSTOMER, begun, begun + 1);
    }

    private static Call consultation(double begun) {
        return call("consultation", Direction.OUTBOUND, PIET, begun, begun + 1);
    }

    @Test
    void aConsultationIsJoinedOnce() {
        joins.consultationEnded(consultation(10).ended(at(20), EndReason.NORMAL), at(20));
        assertEquals(TO_PIET, joins.takeConsultationEndedBefore(customers(0), at(20.5)));
        assertEquals(Optional.empty(), joins.takeConsultationEndedBefore(customers(0), at(20.5)));
    }

    @Test
    void aClockSetBackMakesNoMomentOfAnHour() {
        joins.consultationEnded(consultation(10).ended(at(3600), EndReason.NORMAL), at(3600));
        assertEquals(Optional.empty(), joins.takeConsultationEndedBefore(customers(0), at(60)));
    }

    @Test
    void aMomentIsOneAndAHalfSeconds() {
        joins.consultationEnded(consultation(10).ended(at(20), EndReason.NORMAL), at(20));
        assertEquals(TO_PIET, joins.takeConsultationEndedBefore(customers(0), at(21.5)));
        joins.consultationEnded(consultation(10).ended(at(30), EndReason.NORMAL), at(30));
        assertEquals(Optional.empty(), joins.takeConsultationEndedBefore(customers(0), at(31.501)));
    }

    @Test
    void aCallToAColleagueThatBeganBeforeTheCustomersIsNoConsultation() {
        joins.consultationEnded(consultation(0).ended(at(20), EndReason.NORMAL), at(20));
        assertEquals(Optional.empty(), joins.takeConsultationEndedBefore(customers(5), at(20)));
    }

    @Test
    void aConsultationThatReachedNobodyIsNotJoined() {
        for (EndReason why : List.of(EndReason.BUSY, EndReason.REJECTED, EndReason.FAILED)) {
            joins.consultationEnded(consultation(10).ended(at(20), why), at(20));
            assertEquals(Optional.empty(), joins.takeConsultationEndedBefore(customers(0), at(20)), why.name());
        }
    }

    @Test
    void theLastCustomerToEndIsTheOneJoined() {
        joins.wait(customers(0).ended(at(20), EndReason.NORMAL), at(20));
        Call other = call("other", Direction.OUTBOUND, CUSTOMER, 5, 6).ended(at(20.2), EndReason.NORMAL);
        joins.wait(other, at(20.2));
        Call consultation = consultation(10).ended(at(20.4), EndReason.NORMAL);
        assertEquals(Optional.of(other), joins.takeWaiting(consultation));
        assertEquals(Optional.of("customer"), joins.takeWaiting(consultation).map(Call::id));
        assertEquals(Optional.empty(), joins.takeWaiting(consultation));
    }

    @Test
    void whoWaitsInVainSimplyEnded() {
        Call ended = customers(0).ended(at(20), EndReason.NORMAL);
        joins.wait(ended, at(20));
        assertEquals(Optional.of(at(21.5)), joins.nextDue());
        assertEquals(List.of(), joins.takeOverdue(at(21.4)));
        assertEquals(List.of(ended), joins.takeOverdue(at(21.5)));
        assertEquals(Optional.empty(), joins.nextDue());
    }
}

package io.deskbell.source.threecx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Extension;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallNamesTest {
    private static final Instant MORNING = Instant.parse("2026-11-28T09:00:00Z");
    private static final String DAY = "pbx-261128-";

    private final CallNames names = new CallNames("pbx");

    private String name(long call, Instant at) {
        return names.find(call, at).name();
    }

    private static Participant part(long call, String number) {
        return part(call, number, "");
    }

    private static Participant part(long call, String number, String referredBy) {
        return new Participant("201", 1, call, Participant.Status.CONNECTED, number, "", number.length() > 5, "", "",
                referredBy, "");
    }

    private void isSeen(long call, String number) {
        names.find(call, MORNING).hear(part(call, number));
    }

    @Test
    void aCallIsNamedAfterHostDayAndNumber() {
        assertEquals(DAY + "321", name(321, MORNING));
    }

    @Test
    void theDayChangesAtThreeInTheNightAndACallKeepsTheDayItWasFirstSeenOn() {
        assertEquals(DAY + "1", name(1, Instant.parse("2026-11-29T02:59:59Z")));
        SeenCall late = names.find(2, Instant.parse("2026-11-29T02:59:59Z"));
        assertEquals("pbx-261129-3", name(3, Instant.parse("2026-11-29T03:00:00Z")));
        assertEquals(DAY + "2", names.find(2, Instant.parse("2026-11-29T03:00:01Z")).name());
        assertEquals(late, names.find(2, Instant.parse("2026-11-29T03:00:01Z")));
    }

    @Test
    void numbersThatBeginAgainAfterARestartGetNamesOfTheirOwn() {
        isSeen(320, "+31612345678");
        names.lineUp();
        assertTrue(names.beganAnew(List.of(part(5, "+31687654321")), MORNING.plusSeconds(60)));
        assertEquals("pbx-261128.2-5", name(5, MORNING.plusSeconds(60)));
        names.lineUp();
        assertTrue(names.beganAnew(List.of(part(5, "+31600000000")), MORNING.plusSeconds(120)));
        assertEquals("pbx-261128.3-5", name(5, MORNING.plusSeconds(120)));
        assertEquals("pbx-261129-9", name(9, MORNING.plusSeconds(86_400)));
    }

    @Test
    void aLineThatWasOnlyLostForAWhileIsNoRestart() {
        isSeen(320, "+31612345678");
        names.lineUp();
        assertFalse(names.beganAnew(List.of(part(320, "+31612345678"), part(5, "+31687654321")), MORNING));
        names.lineUp();
        assertFalse(names.beganAnew(List.of(part(325, "+31687654321")), MORNING));
        assertFalse(names.beganAnew(List.of(part(5, "+31600000000")), MORNING));
    }

    @Test
    void aNumberThatIsAnotherConversationNowTellsOfARestart() {
        isSeen(2, "+31612345678");
        names.lineUp();
        assertTrue(names.beganAnew(List.of(part(2, "+31687654321")), MORNING));
    }

    /** By then those after it are ahead of all that was heard of before. */
    @Test
    void soItDoesWhereFewCallsHadBeenMadeBefore() {
        isSeen(3, "250");
        names.lineUp();
        assertTrue(names.beganAnew(List.of(part(4, "+31612345678"), part(3, "+31687654321")), MORNING));
    }

    /** Between colleagues, too: those after it look like the next ones of before. */
    @Test
    void aNumberThatIsDialledLongAfterHigherOnesWereTellsOfARestart() {
        Participant dialled = new Participant("202", 1, 2, Participant.Status.DIALING, "203", "", false, "", "202", "",
                "");
        isSeen(3, "202");
        names.lineUp();
        assertFalse(names.beganAnew(List.of(dialled), MORNING.plusSeconds(299)), "it may be dialled since before");
        assertTrue(names.beganAnew(List.of(dialled), MORNING.plusSeconds(301)));
        assertEquals("pbx-261128.2-4", name(4, MORNING.plusSeconds(330)));
    }

    @Test
    void aConsultationWhoseCustomerWasHandedOverMeanwhileIsNoRestart() {
        isSeen(3, "204");
        names.lineUp();
        assertFalse(names.beganAnew(List.of(part(3, "+31687654321", "204")), MORNING));
        isSeen(4, "250");
        names.lineUp();
        assertFalse(names.beganAnew(List.of(part(4, "+31687654321", "201")), MORNING));
    }

    @Test
    void callsBetweenColleaguesTellNothingOfARestart() {
        isSeen(20, "202");
        names.lineUp();
        assertFalse(names.beganAnew(List.of(part(20, "202")), MORNING));
        assertTrue(names.beganAnew(List.of(part(1, "+31687654321")), MORNING));
    }

    @Test
    void aCallThatBeganJustBeforeAnotherAndIsHeardOfAfterItIsNoRestart() {
        isSeen(2, "202");
        names.lineUp();
        assertFalse(names.beganAnew(List.of(part(2, "202"), part(1, "+31687654321")), MORNING));
        assertEquals(DAY + "1", name(1, MORNING));
    }

    @Test
    void aCallThatComesOnceMoreIsKnownToHaveBeenGivenAwayUnlessItWasOver() {
        SeenCall call = names.find(7, MORNING);
        Leg first = call.legAt("201");
        assertFalse(first.anew);
        first.answered = true;
        first.given = Optional.of(new Extension("202"));
        Leg back = call.legAt("201");
        assertTrue(back.anew);
        assertEquals(first.given, back.givenBefore);
        back.over = true;
        assertEquals(Optional.empty(), call.legAt("201").givenBefore);
        assertFalse(call.legAt("202").anew);
    }
}

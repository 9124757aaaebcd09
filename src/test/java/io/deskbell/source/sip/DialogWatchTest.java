package io.deskbell.source.sip;

import static io.deskbell.source.sip.Bodies.bytes;
import static io.deskbell.source.sip.Bodies.dialog;
import static io.deskbell.source.sip.Bodies.full;
import static io.deskbell.source.sip.Bodies.line;
import static io.deskbell.source.sip.Bodies.partial;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DialogWatchTest {
    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    /** The line, and the second of the first word in base 36. */
    private static final String LINE = "201@pbx.test/t8dvo0/0/";

    private static final String UUID_1 = "7d1f9a0c-1111-4b9e-8f00-0a1b2c3d4e5f";
    private static final String UUID_2 = "7d1f9a0c-2222-4b9e-8f00-0a1b2c3d4e5f";

    private final DialogWatch watch = new DialogWatch(
            new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")), "201");
    private final RecordingListener listener = new RecordingListener();

    @BeforeEach
    void subscribe() {
        watch.subscribed();
    }

    private boolean told(String body) throws InterruptedException {
        return watch.notified(Bodies.TYPE, bytes(body), NOW, listener);
    }

    @Test
    void fullDocumentsAreSnapshotsAndPartialOnesReports() throws InterruptedException {
        told(full(0, dialog("d1", "c1", "early")));
        told(partial(1, dialog("d2", "c2", "early")));
        told(full(2, dialog("d1", "c1", "confirmed"), dialog("d2", "c2", "terminated")));
        assertEquals(List.of("snapshot [c1 RINGING]", "report c2 RINGING", "snapshot [c2 ENDED, c1 CONNECTED]"),
                listener.heard);
    }

    @Test
    void anEndIsReportedOnce() throws InterruptedException {
        told(full(0, dialog("d1", "c1", "confirmed")));
        told(full(1, dialog("d1", "c1", "terminated")));
        told(full(2, dialog("d1", "c1", "terminated")));
        assertEquals(List.of("snapshot [c1 CONNECTED]", "snapshot [c1 ENDED]", "snapshot []"), listener.heard);
    }

    @Test
    void endsToldByTheFirstDocumentAreLeftOutForTheyHappenedBefore() throws InterruptedException {
        told(full(0, dialog("d1", "c1", "confirmed")));
        watch.subscribed();
        told(full(0, dialog("d1", "c1", "terminated")));
        assertEquals(List.of("snapshot [c1 CONNECTED]", "snapshot []"), listener.heard);
    }

    @Test
    void theFirstEmptyBodySaysThatThereIsNoCallAndLaterOnesNothing() throws InterruptedException {
        assertFalse(watch.notified("", new byte[0], NOW, listener));
        told(full(1, dialog("d1", "c1", "confirmed")));
        assertFalse(watch.notified("", new byte[0], NOW, listener));
        assertEquals(List.of("snapshot []", "snapshot [c1 CONNECTED]"), listener.heard);
    }

    @Test
    void aFirstDocumentThatIsPartialIsTakenAndTheWholeAskedForOnce() throws InterruptedException {
        assertTrue(told(partial(3, dialog("d1", "c1", "confirmed"))));
        assertFalse(told(partial(4, dialog("d1", "c1", "confirmed"))));
        assertEquals(List.of("report c1 CONNECTED", "snapshot [c1 CONNECTED]"), listener.heard);
    }

    @Test
    void aSystemWhoseBodiesAreNeverReadableIsAskedOnce() throws InterruptedException {
        assertTrue(told("<dialog-info"));
        assertFalse(told("<dialog-info"));
        told(full(1));
        assertTrue(told("<dialog-info"));
        assertEquals(List.of("snapshot []"), listener.heard);
    }

    @Test
    void everyGapAfterAWholeDocumentIsAskedAbout() throws InterruptedException {
        told(full(1));
        assertFalse(told(partial(2, dialog("d1", "c1", "early"))));
        assertTrue(told(partial(4, dialog("d1", "c1", "early"))));
        assertFalse(told(partial(6, dialog("d1", "c1", "early"))));
        told(full(7, dialog("d1", "c1", "early")));
        assertTrue(told(partial(9, dialog("d1", "c1", "early"))));
    }

    @Test
    void aGapBetweenFullDocumentsIsNothing() throws InterruptedException {
        told(full(1));
        assertFalse(told(full(20, dialog("d1", "c1", "early"))));
    }

    @Test
    void staleVersionsChangeNothing() throws InterruptedException {
        told(full(5, dialog("d1", "c1", "confirmed")));
        told(full(4));
        told(partial(3, dialog("d1", "c1", "terminated")));
        assertEquals(List.of("snapshot [c1 CONNECTED]"), listener.heard);
    }

    @Test
    void versionsBeginAfreshWithASubscription() throws InterruptedException {
        told(full(400, dialog("d1", "c1", "confirmed")));
        watch.subscribed();
        told(full(0, dialog("d1", "c1", "confirmed")));
        assertEquals(List.of("snapshot [c1 CONNECTED]", "snapshot [c1 CONNECTED]"), listener.heard);
    }

    @Test
    void bodiesOfOtherTypesAreIgnoredAndParametersOfTheTypeAreNot() throws InterruptedException {
        byte[] body = bytes(full(1, dialog("d1", "c1", "confirmed")));
        assertFalse(watch.notified("text/plain", body, NOW, listener));
        assertFalse(watch.notified("Application/Dialog-Info+XML; charset=utf-8", body, NOW, listener));
        assertEquals(List.of("snapshot [c1 CONNECTED]"), listener.heard);
    }

    @Test
    void theLineItselfGivesEveryCallANameOfItsOwnWithTheMomentOfTheFirstWordInIt() throws InterruptedException {
        told(full(0, line("early")));
        told(full(1, line("confirmed")));
        told(full(2, line("terminated")));
        told(full(3, line("confirmed")));
        assertEquals(List.of("snapshot [" + LINE + "1 RINGING]", "snapshot [" + LINE + "1 CONNECTED]",
                "snapshot [" + LINE + "1 ENDED]", "snapshot [" + LINE + "2 CONNECTED]"), listener.heard);
        assertEquals(CallKey.Scope.REUSED, listener.reports.getFirst().key().scope());
    }

    @Test
    void aThirdCallRingsBesideTwoAnsweredOnes() throws InterruptedException {
        for (String state : List.of("early", "confirmed", "early", "confirmed", "early")) {
            told(full(listener.heard.size(), line(state)));
        }
        assertEquals("snapshot [" + LINE + "1 CONNECTED, " + LINE + "2 CONNECTED, " + LINE + "3 RINGING]",
                listener.heard.getLast());
    }

    @Test
    void aLineMissingFromAFullDocumentIsFree() throws InterruptedException {
        told(full(0, line("confirmed")));
        told(full(1));
        told(full(2, line("confirmed")));
        assertEquals(List.of("snapshot [" + LINE + "1 CONNECTED]", "snapshot []",
                "snapshot [" + LINE + "2 CONNECTED]"), listener.heard);
    }

    @Test
    void aDialogWithoutAStateBeginsNothingAndEndsNothing() throws InterruptedException {
        told(full(0, dialog("d1", "c1", "")));
        told(full(1, dialog("d1", "c1", "confirmed")));
        told(full(2, dialog("d1", "c1", "")));
        told(full(3, line("")));
        assertEquals(List.of("snapshot []", "snapshot [c1 CONNECTED]", "snapshot [c1 CONNECTED]"),
                listener.heard.subList(0, 3));
    }

    @Test
    void aCallThatWentMissingAndIsBackIsAnotherCall() throws InterruptedException {
        told(full(0, dialog("d1", "c1", "confirmed"), dialog("d2", "c2", "confirmed")));
        told(full(1));
        told(full(2, dialog("d1", "c1", "confirmed")));
        assertEquals("snapshot [c1/1 CONNECTED]", listener.heard.getLast());
    }

    @Test
    void aLateConfirmedAfterTheEndBeginsNothing() throws InterruptedException {
        told(full(0, dialog("d1", "c1", "confirmed")));
        told(full(1, dialog("d1", "c1", "terminated")));
        told(full(2, dialog("d1", "c1", "confirmed")));
        assertEquals("snapshot []", listener.heard.getLast());
    }

    @Test
    void callsWithoutEndNeitherGrowNorStopTheWatching() throws InterruptedException {
        for (int i = 0; i < 2_000; i++) {
            told(partial(i, dialog("d" + i, "c" + i, "early")));
        }
        told(full(2_000, dialog("d1", "c1", "confirmed")));
        assertEquals("snapshot [c1 CONNECTED]", listener.heard.getLast());
        for (int i = 0; i < 2_000; i++) {
            told(partial(2_001 + i, dialog("x" + i, "x" + i, "early")));
            told(partial(2_001 + i, dialog("x" + i, "x" + i, "terminated")));
        }
        told(partial(4_001, dialog("last", "last", "early")));
        assertEquals("report last RINGING", listener.heard.getLast());
    }

    private static String event(String id, String state) {
        return dialog(id, "", state);
    }

    @Test
    void anAnswerBesideACallThatGoesOnIsAskedAboutOnceAndBelievedInTheEnd() throws InterruptedException {
        told(full(1));
        told(full(2, event(UUID_1, "confirmed")));
        assertTrue(told(full(3, event(UUID_2, "early"))));
        assertFalse(told(full(4, event(UUID_2, "confirmed"))));
        watch.notified(Bodies.TYPE, bytes(full(5, event(UUID_2, "confirmed"))), NOW.plusSeconds(3), listener);
        String ringing = "snapshot [" + UUID_1 + " CONNECTED, " + UUID_2 + " RINGING]";
        assertEquals(List.of("snapshot []", "snapshot [" + UUID_1 + " CONNECTED]", ringing, ringing,
                "snapshot [" + UUID_1 + " CONNECTED, " + UUID_2 + " CONNECTED]"), listener.heard);
    }

    /** FreeSWITCH after a restart of ours: the Call-ID, which it never told before, and the name we knew. */
    @Test
    void theFirstDocumentTellsTheNameThatAnEarlierRunMayHaveKnown() throws InterruptedException {
        told(full(1, dialog(UUID_1, "c1", "confirmed"), dialog("d2", "c2", "confirmed")));
        told(full(2, dialog(UUID_1, "c1", "confirmed"), dialog("d2", "c2", "confirmed")));
        assertEquals(List.of(List.of(UUID_1), List.of(), List.of(), List.of()),
                listener.reports.stream().map(CallReport::aliases).toList());
    }

    @Test
    void aServerThatCountsAnewIsFollowed() throws InterruptedException {
        told(full(57));
        told(full(3, dialog("d1", "c1", "early")));
        told(full(0));
        told(full(1, dialog("d1", "c1", "early")));
        assertEquals(List.of("snapshot []", "snapshot []", "snapshot [c1 RINGING]"), listener.heard);
    }
}

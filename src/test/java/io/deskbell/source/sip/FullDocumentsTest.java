package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.source.sip.DialogInfo.Dialog;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FullDocumentsTest {
    private final FullDocuments documents = new FullDocuments();

    private static Dialog dialog(String callId, String state) {
        DialogDraft draft = new DialogDraft("some-dialog", callId, "recipient");
        draft.state(state);
        return draft.finished();
    }

    private static List<Dialog> named(int count) {
        return Stream.generate(() -> dialog("c", "confirmed")).limit(count).toList();
    }

    private static List<Dialog> unnamed(int count) {
        return Stream.generate(() -> dialog("", "confirmed")).limit(count).toList();
    }

    @Test
    void oneDialogAtATimeLeavesOthersOutUntilSeveralWereShown() {
        documents.saw(named(1), true);
        assertEquals(true, documents.leavesOut(named(1)));
        documents.saw(named(2), true);
        assertEquals(false, documents.leavesOut(named(1)));
    }

    @Test
    void aDialogWithoutCallIdIsAnEventAlthoughTheAnswersShowSeveral() {
        documents.saw(unnamed(1), true);
        documents.saw(named(2), true);
        assertEquals(true, documents.leavesOut(unnamed(1)));
        assertEquals(false, documents.leavesOut(named(1)));
    }

    @Test
    void whereSeveralAreShownWithoutCallIdOneIsAllThereIs() {
        documents.saw(unnamed(2), true);
        assertEquals(false, documents.isEvent(unnamed(1)));
        assertEquals(false, documents.leavesOut(unnamed(1)));
    }

    @Test
    void theLastDialogThereIsEndsAllOthers() {
        documents.saw(unnamed(1), true);
        assertEquals(false, documents.leavesOut(List.of(dialog("", "terminated"))));
    }

    @Test
    void pickupCallIdsAreNone() {
        assertEquals(true, documents.isEvent(List.of(dialog("pickup-1", "confirmed"))));
    }
}

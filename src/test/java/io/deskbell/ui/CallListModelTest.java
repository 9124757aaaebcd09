package io.deskbell.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.outbox.CallSearch.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallListModelTest {
    private final Telling telling = Look.told("en");
    private ADesk desk;
    private CallListModel model;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        desk = new ADesk(folder).withAMorning();
        model = new CallListModel(desk.log(), telling.calls(), telling.moments(), Runnable::run, Runnable::run);
        model.refresh();
    }

    @AfterEach
    void close() throws IOException {
        desk.close();
    }

    @Test
    void theNewestCallIsFirst() {
        assertEquals(List.of("a5", "m2", "a4", "a3", "a2", "a1", "m1"), shown());
    }

    @Test
    void aFilterLeavesOnlyItsKind() {
        desk.happened(Type.ENDED, Calls.unanswered("taken", EndReason.ANSWERED_ELSEWHERE));
        model.kind().set(Kind.MISSED);
        assertEquals(List.of("m2", "m1"), shown());
        model.kind().set(Kind.OUTBOUND);
        assertEquals(List.of("a2"), shown());
    }

    @Test
    void aNumberIsFoundAsPeopleWriteIt() {
        model.text().set("06-123 456");
        assertEquals(List.of("a5", "m2", "m1"), shown());
        model.text().set("0031 6 1234");
        assertEquals(List.of("a5", "m2", "m1"), shown());
    }

    @Test
    void aNameIsFoundByAnyPartOfItAndPercentSignsAreLetters() {
        model.text().set("korenaar");
        assertEquals(List.of("a1"), shown());
        model.text().set("%");
        assertEquals(List.of(), shown());
    }

    @Test
    void olderCallsComeWithALongerPeriod() {
        desk.answered("old", Direction.INBOUND, Calls.customer(), 20 * 86_400);
        model.refresh();
        assertEquals(7, model.rows().get().size());
        model.period().set(CallListModel.Period.MONTH);
        assertEquals(8, model.rows().get().size());
    }

    @Test
    void theChosenCallStaysChosenWhenAnotherComesIn() {
        model.choose(1);
        desk.happened(Type.RINGING, Calls.ringing("new", Calls.customer(), Calls.NOW));
        model.refresh();
        assertEquals(2, model.chosenAt());
        assertEquals("m2", model.chosen().get().orElseThrow().call().id());
    }

    @Test
    void ofTwoQuestionsOnlyTheLastIsAnswered() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        CallListModel slow =
                new CallListModel(desk.log(), telling.calls(), telling.moments(), waiting::add, Runnable::run);
        slow.text().set("korenaar");
        slow.text().set("");
        Runnable first = waiting.remove();
        waiting.remove().run();
        first.run();
        assertEquals(7, slow.rows().get().size());
    }

    @Test
    void aRowThatIsNotReadYetIsEmptyAndThenThere() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        CallListModel slow =
                new CallListModel(desk.log(), telling.calls(), telling.moments(), waiting::add, Runnable::run);
        slow.refresh();
        waiting.remove().run();
        assertTrue(slow.rows().get().get(0).isEmpty());
        waiting.remove().run();
        assertEquals("a5", slow.rows().get().get(0).orElseThrow().call().id());
        assertTrue(waiting.isEmpty());
    }

    private List<String> shown() {
        return model.rows().get().stream().map(row -> row.orElseThrow().call().id()).toList();
    }
}

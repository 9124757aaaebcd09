package io.deskbell.sandbox;

import static io.deskbell.sandbox.Events.accepted;
import static io.deskbell.sandbox.Events.received;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final Board board = new Board();

    @Test
    void aReaderGetsAllThereIsAndThenEachChange() throws Exception {
        board.introduce("+31612345678", "Anna de Vries");
        board.take(accepted("a", "Answered"));
        board.take(received(401, Map.of()));
        Reader reader = board.join().orElseThrow();
        board.take(accepted("a", "Disconnected"));
        board.take(received(400, Map.of()));
        assertEquals(List.of("state [a IN_CALL Anna de Vries] strays 1", "conversation a ENDED Anna de Vries",
                "stray 400"), heard(reader));
    }

    @Test
    void customersOpenedWithoutACallAreShownByNameAndTheOldestForgotten() throws Exception {
        board.introduce("+31612345678", "Anna de Vries");
        for (int i = 0; i < Board.MOST_SHOWN; i++) board.show(Shown.refused(Events.NOON, 401, "wrong"));
        Reader reader = board.join().orElseThrow();
        board.show(new Shown(Events.NOON, 201, "", Optional.of("agent@example.com"), Optional.of("+31612345678"),
                Optional.empty(), Optional.of("K1001")));
        JsonNode told = data(raw(reader).getLast());
        assertEquals("201 agent@example.com Anna de Vries +31612345678 K1001", told.path("status").asInt() + " "
                + told.path("agent").asText() + " " + told.path("name").asText() + " " + told.path("number").asText()
                + " " + told.path("identifier").asText());
        JsonNode state = data(raw(board.join().orElseThrow()).getFirst());
        assertEquals(Board.MOST_SHOWN, state.path("shown").size());
        assertEquals(told, state.path("shown").path(Board.MOST_SHOWN - 1));
    }

    @Test
    void whoComesLaterGetsTheSameAsWhoWasThere() throws Exception {
        board.take(accepted("a", "Answered"));
        board.take(accepted("b", "Answered"));
        board.take(accepted("a", "Transfer"));
        assertEquals(List.of("state [a TRANSFERRED , b IN_CALL ] strays 0"), heard(board.join().orElseThrow()));
    }

    @Test
    void aMessageIsOneLineWhateverIsInIt() throws Exception {
        Reader reader = board.join().orElseThrow();
        Map<String, String> hostile = Events.with(Events.fields("a\n\ndata: x", "Answered"), "FilterValue",
                "\r\n\u2028event: state");
        board.take(new Received(Events.NOON, 201, "", List.of(), hostile, "{\n \"a\":\r\n1}"));
        List<String> raw = raw(reader);
        assertEquals(2, raw.size());
        assertEquals("event: conversation", raw.get(1).lines().toList().getFirst());
        assertEquals(3, raw.get(1).split("\r\n|\r|\n", -1).length - 1); // Kind, data, and the blank line that ends it.
    }

    @Test
    void aReaderThatDoesNotKeepUpIsLetGo() {
        Reader slow = board.join().orElseThrow();
        for (int i = 0; i < 200; i++) board.take(accepted("a" + i, "Answered"));
        assertTrue(slow.isLeaving());
        assertFalse(board.join().orElseThrow().isLeaving());
    }

    @Test
    void soManyPagesAndNoMore() {
        List<Optional<Reader>> pages = new ArrayList<>();
        for (int i = 0; i < Board.MOST_READERS + 2; i++) pages.add(board.join());
        assertEquals(Board.MOST_READERS, pages.stream().filter(Optional::isPresent).count());
        board.leave(pages.getFirst().orElseThrow());
        assertTrue(board.join().isPresent());
    }

    @Test
    void theOldestConversationsAreForgotten() throws Exception {
        for (int i = 0; i < Board.MOST_RECEIVED + 10; i++) board.take(accepted("a" + i, "Answered"));
        JsonNode state = data(raw(board.join().orElseThrow()).getFirst());
        assertEquals(Board.MOST_CONVERSATIONS, state.path("conversations").size());
        assertEquals("a1510", state.path("conversations").path(0).path("id").asText());
        assertEquals(Board.MOST_RECEIVED, board.received().size());
    }

    @Test
    void remarksAreKeptWithTheEvent() {
        board.take(accepted("a", "Disconnected"));
        assertEquals(List.of(List.of("Disconnected without Answered")),
                board.received().stream().map(Received::remarks).toList());
    }

    private static List<String> heard(Reader reader) throws Exception {
        List<String> heard = new ArrayList<>();
        for (String message : raw(reader)) heard.add(describe(message));
        return heard;
    }

    private static List<String> raw(Reader reader) throws InterruptedException {
        List<String> raw = new ArrayList<>();
        Optional<String> next = reader.next(Duration.ZERO);
        while (next.isPresent()) {
            raw.add(next.get());
            next = reader.next(Duration.ZERO);
        }
        return raw;
    }

    private static String describe(String message) throws IOException {
        String kind = message.lines().findFirst().orElseThrow().substring("event: ".length());
        JsonNode data = data(message);
        return switch (kind) {
            case "state" -> {
                List<String> all = new ArrayList<>();
                data.path("conversations").forEach(c -> all.add(describe(c)));
                yield "state " + all + " strays " + data.path("strays").size();
            }
            case "conversation" -> "conversation " + describe(data);
            default -> kind + " " + data.path("status").asInt();
        };
    }

    private static String describe(JsonNode c) {
        return c.path("id").asText() + " " + c.path("state").asText() + " " + c.path("name").asText();
    }

    private static JsonNode data(String message) throws IOException {
        return new ObjectMapper().readTree(message.substring(message.indexOf("data: ") + 6));
    }
}

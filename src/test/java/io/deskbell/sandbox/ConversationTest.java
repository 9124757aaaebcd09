package io.deskbell.sandbox;

import static io.deskbell.sandbox.Events.accepted;
import static io.deskbell.sandbox.Events.fields;
import static io.deskbell.sandbox.Events.received;
import static io.deskbell.sandbox.Events.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.sandbox.Conversation.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConversationTest {
    @Test
    void itsStateFollowsFromWhatWasAccepted() {
        assertEquals(List.of(State.IN_CALL, State.ENDED, State.TRANSFERRED, State.ENDED),
                List.of(stateAfter("Answered"), stateAfter("Answered", "Disconnected"),
                        stateAfter("Answered", "Transfer"), stateAfter("Answered", "Transfer", "Disconnected")));
    }

    @Test
    void anAnsweredRepeatedAfterTheEndOpensNothingAgain() {
        assertEquals(State.ENDED, stateAfter("Answered", "Disconnected", "Answered"));
    }

    @Test
    void whatWasRefusedChangesNothing() {
        Conversation refused = new Conversation("a", List.of(received(503, fields("a", "Answered"))));
        assertEquals(State.NOT_ACCEPTED, refused.state());
        assertEquals(Optional.of("+31612345678"), refused.field("PhoneNumber"));
        assertEquals(State.IN_CALL, refused.with(accepted("a", "Answered")).state());
        Conversation stillOpen = conversation("Answered").with(received(503, fields("a", "Disconnected")));
        assertEquals(State.IN_CALL, stillOpen.state());
    }

    @Test
    void theExtensionThatAnsweredStaysAfterATransfer() {
        Conversation moved = conversation("Answered", "Transfer");
        assertEquals(Optional.of("201"), moved.field("PhoneExtension"));
        assertEquals(Optional.of("202"), moved.latest("Transfer").flatMap(e -> e.field("PhoneExtension")));
    }

    @Test
    void eventsOutOfOrderAreRemarkedUpon() {
        assertEquals(List.of(), oddities("Answered"));
        assertEquals(List.of(), oddities("Disconnected", "Answered"));
        assertEquals(List.of(), oddities("Disconnected", "Answered", "Transfer"));
        assertEquals(List.of("Disconnected without Answered"), oddities("Disconnected"));
        assertEquals(List.of("Transfer without Answered"), oddities("Transfer"));
        assertEquals(List.of("Answered once more"), oddities("Answered", "Answered"));
        assertEquals(List.of("Disconnected after the end"), oddities("Disconnected", "Answered", "Disconnected"));
        assertEquals(List.of("Transfer after the end"), oddities("Transfer", "Answered", "Disconnected"));
    }

    @Test
    void aCallThatChangesItsNumberOrDirectionIsRemarkedUpon() {
        assertEquals(List.of("another PhoneNumber than before", "another Direction than before"),
                conversation("Answered").oddities(with(with(fields("a", "Disconnected"), "PhoneNumber", "+31687654321"),
                        "Direction", "Outbound")));
    }

    @Test
    void whoRepeatsHimselfTakesNoMoreRoom() {
        List<String> types = new ArrayList<>(List.of("Answered"));
        for (int i = 0; i < 100; i++) types.add("Transfer");
        types.add("Disconnected");
        Conversation repeated = conversation(types.toArray(String[]::new));
        assertEquals(Conversation.MOST_EVENTS, repeated.events().size());
        assertEquals(Optional.of("Answered"), repeated.events().getFirst().field("EventType"));
        assertEquals(State.ENDED, repeated.state());
    }

    private static List<String> oddities(String next, String... before) {
        return conversation(before).oddities(fields("a", next));
    }

    private static State stateAfter(String... types) {
        return conversation(types).state();
    }

    private static Conversation conversation(String... types) {
        return Stream.of(types).map(type -> accepted("a", type))
                .reduce(new Conversation("a", List.of()), Conversation::with, (a, b) -> b);
    }
}

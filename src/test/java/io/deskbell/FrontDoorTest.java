package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
    private final List<String> done = new ArrayList<>();
    private final FrontDoor door = new FrontDoor("Deskbell is already running; shown", () -> done.add("shown"),
            EventIntake.among(List.of()));

    @Test
    void showShows() {
        assertEquals(new Reply(0, "Deskbell is already running; shown"), door.answer(List.of("show")));
        assertEquals(List.of("shown"), done);
    }

    @Test
    void whatItDoesNotKnowItDoesNot() {
        for (List<String> words : List.of(List.<String>of(), List.of("SHOW"), List.of("show", "me"), List.of("rm"))) {
            assertEquals(2, door.answer(words).exit());
        }
        assertEquals(List.of(), done);
    }
}

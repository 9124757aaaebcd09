package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.desktop.Reply;
import io.deskbell.ui.DialWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FirstRunDoorTest {
    private final List<String> done = new ArrayList<>();
    private final FirstRunDoor door = new FirstRunDoor(() -> done.add("to the front"), new DialWords(Locale.ENGLISH));

    @Test
    void aSecondStartBringsTheWindowToTheFront() {
        assertEquals(new Reply(0, "Deskbell is being set up; its window is shown"), door.answer(List.of("show")));
        assertEquals(List.of("to the front"), done);
    }

    @Test
    void whatCannotBeDoneYetIsSaid() {
        String notYet = "Deskbell is not set up yet: fill in its window first, then dial again.";
        assertEquals(new Reply(1, notYet), door.answer(List.of("dial", "0612345678")));
        assertEquals(new Reply(1, notYet), door.answer(List.of("link", "tel:+31612345678")));
        assertEquals(List.of("to the front", "to the front"), done);
        assertEquals(new Reply(1, "Deskbell is not set up yet: this was not registered"),
                door.answer(List.of("event", "--state", "ringing")));
        assertEquals(new Reply(1, "Deskbell is not set up yet"), door.answer(List.of("standing")));
    }

    @Test
    void afterwardsTheProgramAnswers() {
        door.isOpen(false);
        door.handTo(words -> new Reply(0, "I heard " + words));
        assertEquals(new Reply(0, "I heard [show]"), door.answer(List.of("show")));
        assertEquals(List.of(), done);
    }
}

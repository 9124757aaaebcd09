package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.desktop.WindowFocus.BroughtToFront;
import io.deskbell.desktop.WindowFocus.NoneOpen;
import io.deskbell.desktop.WindowFocus.NotPossible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacFocusTest {
    private final List<List<String>> commands = new ArrayList<>();

    @Test
    void theScriptsAnswerIsTheOutcome() throws InterruptedException {
        assertEquals(new BroughtToFront(), answering(0, "front\n"));
        assertEquals(new NoneOpen(), answering(0, "none\n"));
        assertInstanceOf(NotPossible.class, answering(1, ""));
    }

    @Test
    void titlesAreArgumentsAndNoPartOfTheScript() throws InterruptedException {
        answering(0, "none\n");
        assertEquals(List.of(List.of("/usr/bin/osascript", "-l", "JavaScript", "-", "Agent Inbox", "\"); evil(\"")),
                commands);
    }

    @Test
    void aSystemThatDoesNotAnswerIsSaidInWords() throws InterruptedException {
        WindowFocus focus = new MacFocus((command, said, patience) -> {
            throw new IOException("late");
        });
        assertInstanceOf(NotPossible.class, focus.bringToFront(List.of("Agent Inbox")));
    }

    private WindowFocus.Outcome answering(int exit, String text) throws InterruptedException {
        return new MacFocus((command, said, patience) -> {
            commands.add(command);
            assertTrue(said.startsWith("function run(wanted)"));
            return new Dialogue.Answer(exit, text);
        }).bringToFront(List.of("Agent Inbox", "\"); evil(\""));
    }
}

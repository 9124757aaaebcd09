package io.deskbell.desktop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.desktop.WindowFocus.BroughtToFront;
import io.deskbell.desktop.WindowFocus.NoneOpen;
import io.deskbell.desktop.WindowFocus.NotPossible;
import io.deskbell.desktop.WindowsScreen.Shown;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsFocusTest {
    private static final String CHROME = "Chrome_WidgetWin_1";
    private static final Shown WORD = new Shown(1, "OpusApp", "Agent Inbox manual.docx - Word", false);

    private final List<String> asked = new ArrayList<>();

    @Test
    void theWindowIsRaisedWhenWindowsAllowsIt() {
        assertEquals(new BroughtToFront(), bring(0, WORD, new Shown(2, CHROME, "(3) Agent Inbox - Chrome", false)));
        assertEquals(List.of("raise 2"), asked);
    }

    @Test
    void theForegroundLockIsLiftedWhenItBites() {
        assertEquals(new BroughtToFront(), bring(1, WORD, new Shown(2, CHROME, "agent inbox", false)));
        assertEquals(List.of("raise 2", "lift", "raise 2"), asked);
    }

    @Test
    void whereWindowsInsistsItIsSaid() {
        assertEquals(new NotPossible("Windows keeps another program in front"),
                bring(9, WORD, new Shown(2, CHROME, "Agent Inbox", false)));
    }

    @Test
    void aMinimisedWindowIsRestoredUnlessAnotherIsOpen() {
        Shown minimised = new Shown(2, CHROME, "Agent Inbox", true);
        assertEquals(new BroughtToFront(), bring(0, WORD, minimised));
        assertEquals(new BroughtToFront(), bring(0, WORD, minimised,
                new Shown(3, "MozillaWindowClass", "Agent Inbox - Firefox", false)));
        assertEquals(List.of("restore 2", "raise 2", "raise 3"), asked);
    }

    @Test
    void whatIsInFrontAlreadyIsLeftAlone() {
        assertEquals(new BroughtToFront(), bring(0, new Shown(2, CHROME, "Agent Inbox", false), WORD));
        assertEquals(List.of(), asked);
    }

    @Test
    void aWordProcessorWithThatTitleIsNoBrowser() {
        assertEquals(new NoneOpen(), bring(0, WORD));
    }

    @Test
    void aPartThatIsMissingIsSaidInWords() {
        WindowsScreen broken = new ScriptedScreen(List.of(), 0) {
            @Override
            public List<Shown> windows() {
                throw new UnsatisfiedLinkError("jnidispatch");
            }
        };
        assertEquals(new NotPossible("a part of the installation is missing: jnidispatch"),
                new WindowsFocus(broken).bringToFront(List.of("Agent Inbox")));
    }

    @Test
    void aWindowShowsItsTitleToNoLog() {
        assertFalse(WORD.toString().contains("manual"));
    }

    private WindowFocus.Outcome bring(int refusals, Shown... windows) {
        return new WindowsFocus(new ScriptedScreen(List.of(windows), refusals)).bringToFront(List.of("Agent Inbox"));
    }

    /** The first window is in front; so many wishes are declined. */
    private class ScriptedScreen implements WindowsScreen {
        private final List<Shown> windows;
        private int refusals;
        private long front;

        ScriptedScreen(List<Shown> windows, int refusals) {
            this.windows = windows;
            this.refusals = refusals;
            this.front = windows.isEmpty() ? 0 : windows.getFirst().handle();
        }

        @Override
        public List<Shown> windows() {
            return windows;
        }

        @Override
        public void restore(long handle) {
            asked.add("restore " + handle);
        }

        @Override
        public void raise(long handle) {
            asked.add("raise " + handle);
            if (refusals-- <= 0) front = handle;
        }

        @Override
        public void liftForegroundLock() {
            asked.add("lift");
        }

        @Override
        public long foreground() {
            return front;
        }
    }
}

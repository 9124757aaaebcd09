package io.deskbell.ui.tray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.ui.tray.MenuItem.Entry;
import io.deskbell.ui.tray.MenuItem.Submenu;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A caller who is called everything bad: in the tray's menu it is one line of text, in its words it is nothing. */
class RogueCallerTest {
    private static final String ROGUE = "_<b>x</b>\r\n\u202E&Quit \uD83D\uDE00{0}" + "\u0301".repeat(60)
            + "W".repeat(10_000);
    private static final Call CALL = Samples.answered("1", Samples.outside("+31612345678", ROGUE), Samples.NOW);
    private static final String LINE = "_<b>x</b> &Quit \uD83D\uDE00{0}\u0301\u0301" + "W".repeat(17)
            + "…, 06 12345678 · 14:05";

    private final TrayModel model = Samples.model("en-GB");

    @Test
    void theMenuShowsOneShortLine() {
        List<Submenu> callers = model.view(Samples.after(CALL)).menu().stream().filter(Submenu.class::isInstance)
                .map(Submenu.class::cast).toList();
        assertEquals(List.of(new Submenu("Last callers", List.of(new Entry(LINE, new TrayAction.ShowCall("1"))))),
                callers);
    }

    @Test
    void theMenuOnTheBusMarksNoShortcut() {
        NumberedMenu menu = NumberedMenu.of(List.of(new Entry(LINE, new TrayAction.ShowCall("1"))));
        assertEquals("_" + LINE, menu.properties(1, List.of("label")).get("label").getValue());
    }

    @Test
    void theWordsAtTheIconNameNoCaller() {
        String words = model.view(Samples.withCalls(Samples.going("2", io.deskbell.call.CallState.CONNECTED), CALL))
                .words();
        assertFalse(words.contains("<b>") || words.contains("WW"), words);
        assertTrue(words.length() < 100, words);
        ToolTip tip = ToolTip.of(words);
        assertEquals(List.of(words, ""), List.of(tip.getParameters()[2], tip.getParameters()[3]));
    }
}

package io.deskbell.pop;

import io.deskbell.config.PopSettings;
import io.deskbell.desktop.WindowFocus;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code [pop] mode = focus}: an open Agent Inbox window comes to the front, and a tab is opened only where there is
 * none. An address that names the call is opened all the same, for no open page shows it; the window is brought to the
 * front first, because a browser puts a new tab into the window that was used last.
 */
public final class FocusOrOpen implements Browser {
    private static final Logger LOG = LoggerFactory.getLogger(FocusOrOpen.class);

    private final WindowFocus focus;
    private final List<String> titles;
    private final Browser opener;
    private String lastTrouble = "";

    private FocusOrOpen(WindowFocus focus, List<String> titles, Browser opener) {
        this.focus = focus;
        this.titles = titles;
        this.opener = opener;
    }

    /** What the settings ask for. */
    public static Browser of(PopSettings settings, WindowFocus focus, Browser opener) {
        return settings.mode() == PopSettings.Mode.OPEN ? opener
                : new FocusOrOpen(focus, settings.windowTitles(), opener);
    }

    @Override
    public void show(URI address) {
        isInFront();
        opener.show(address);
    }

    @Override
    public void showInbox(URI frontPage) {
        if (!isInFront()) opener.show(frontPage);
    }

    private boolean isInFront() {
        try {
            return switch (focus.bringToFront(titles)) {
                case WindowFocus.BroughtToFront front -> {
                    speakAgainOf("");
                    yield true;
                }
                case WindowFocus.NoneOpen none -> false;
                case WindowFocus.NotPossible not -> {
                    speakAgainOf(not.words());
                    yield false;
                }
            };
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return true; // The program ends: nothing is opened any more.
        }
    }

    /** One line when it begins and not one a call. */
    private void speakAgainOf(String trouble) {
        if (!trouble.isEmpty() && !trouble.equals(lastTrouble)) {
            LOG.warn("an open Agent Inbox window cannot be brought to the front, so tabs are opened: {}", trouble);
        }
        lastTrouble = trouble;
    }
}

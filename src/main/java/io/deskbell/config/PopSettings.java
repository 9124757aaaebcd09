package io.deskbell.config;

import java.util.List;

/**
 * Section {@code [pop]}.
 *
 * @param url an http or https address with the placeholders of the reference page
 * @param windowTitles of which an open Agent Inbox window's title contains one
 */
public record PopSettings(When when, Mode mode, String url, List<String> windowTitles) {
    public PopSettings {
        windowTitles = List.copyOf(windowTitles);
    }

    /** The moment the conversation comes up. */
    public enum When { ANSWERED, RINGING, CLICK, NEVER }

    /** Whether an open window is looked for first. */
    public enum Mode { FOCUS, OPEN }
}

package io.deskbell.config;

/** Section {@code [pop]}. The template is an http or https address with the placeholders of the reference page. */
public record PopSettings(When when, Mode mode, String url) {
    /** The moment the conversation comes up. */
    public enum When { ANSWERED, RINGING, CLICK, NEVER }

    /** Whether an open window is looked for first. */
    public enum Mode { FOCUS, OPEN }
}

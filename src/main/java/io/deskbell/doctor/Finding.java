package io.deskbell.doctor;

import io.deskbell.call.Reason;

/**
 * One thing looked at.
 *
 * @param part which part, a word that stays the same from version to version: see {@code diagnosis.md}
 * @param reason what was found and, when it is not well, what to do
 */
public record Finding(Mark mark, String part, Reason reason) {
    /** How it stands. */
    public enum Mark {
        WELL("ok  "),
        /** Nothing is broken, but it is worth knowing. */
        NOTE("note"),
        BROKEN("FAIL");

        private final String shown;

        Mark(String shown) {
            this.shown = shown;
        }
    }

    /** In words that are somebody else's, or have yet to be told in other languages. */
    public static Finding well(String part, String words) {
        return new Finding(Mark.WELL, part, Reason.words(words));
    }

    public static Finding note(String part, String words) {
        return new Finding(Mark.NOTE, part, Reason.words(words));
    }

    public static Finding broken(String part, String words) {
        return new Finding(Mark.BROKEN, part, Reason.words(words));
    }

    /** In English, for those who mend; windows tell the reason in the agent's language. */
    public String words() {
        return reason.english();
    }

    @Override
    public String toString() {
        return "%s  %-10s %s".formatted(mark.shown, part, words());
    }
}

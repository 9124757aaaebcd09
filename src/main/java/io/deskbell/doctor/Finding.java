package io.deskbell.doctor;

/**
 * One thing looked at.
 *
 * @param part which part, a word that stays the same from version to version: see {@code diagnosis.md}
 * @param words what was found and, when it is not well, what to do
 */
public record Finding(Mark mark, String part, String words) {
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

    public static Finding well(String part, String words) {
        return new Finding(Mark.WELL, part, words);
    }

    public static Finding note(String part, String words) {
        return new Finding(Mark.NOTE, part, words);
    }

    public static Finding broken(String part, String words) {
        return new Finding(Mark.BROKEN, part, words);
    }

    @Override
    public String toString() {
        return "%s  %-10s %s".formatted(mark.shown, part, words);
    }
}

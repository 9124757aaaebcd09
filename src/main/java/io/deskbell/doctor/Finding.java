package io.deskbell.doctor;

/**
 * One thing looked at.
 *
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

    static Finding well(String part, String words) {
        return new Finding(Mark.WELL, part, words);
    }

    static Finding note(String part, String words) {
        return new Finding(Mark.NOTE, part, words);
    }

    static Finding broken(String part, String words) {
        return new Finding(Mark.BROKEN, part, words);
    }

    @Override
    public String toString() {
        return "%s  %-14s %s".formatted(mark.shown, part, words);
    }
}

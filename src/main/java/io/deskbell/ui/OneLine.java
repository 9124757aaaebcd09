package io.deskbell.ui;

/**
 * Makes strangers' words fit to be shown: one line, no control or direction marks, no towers of combining marks, of a
 * length a label can bear. Names are cleaned when they come in; what the server says is not.
 */
final class OneLine {
    static final int MOST = 200;
    private static final int MOST_MARKS = 2;

    private OneLine() {
    }

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int marks = 0;
        int letters = 0;
        for (int at = 0; at < text.length() && letters < MOST; at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (marks > MOST_MARKS) continue;
            shown.appendCodePoint(isInvisible(type) ? ' ' : c);
            letters++;
        }
        return shown.toString().replaceAll("\\s+", " ").strip();
    }

    private static boolean isInvisible(int type) {
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR || type == Character.SURROGATE;
    }
}

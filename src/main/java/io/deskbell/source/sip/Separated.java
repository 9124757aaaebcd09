package io.deskbell.source.sip;

import java.util.ArrayList;
import java.util.List;

/** Takes lists apart at a separator, but not inside quoted strings or angle brackets (RFC 3261 §7.3.1, §25.1). */
final class Separated {
    private Separated() {
    }

    /** Trimmed, without the empty ones. */
    static List<String> by(char separator, String text) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        boolean bracketed = false;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quoted && c == '\\') {
                at++; // The escaped character ends nothing.
            } else if (c == '"' && !bracketed) {
                quoted = !quoted;
            } else if (!quoted && (c == '<' || c == '>')) {
                bracketed = c == '<';
            } else if (c == separator && !quoted && !bracketed) {
                add(parts, text.substring(from, at));
                from = at + 1;
            }
        }
        add(parts, text.substring(from));
        return List.copyOf(parts);
    }

    private static void add(List<String> parts, String part) {
        String trimmed = part.strip();
        if (!trimmed.isEmpty()) parts.add(trimmed);
    }
}

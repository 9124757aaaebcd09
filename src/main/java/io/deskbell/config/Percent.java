package io.deskbell.config;

import java.nio.charset.StandardCharsets;

/** What a caller sends, fit to stand in an address without changing its parts. */
public final class Percent {
    private Percent() {
    }

    /** Keeps the unreserved characters only (RFC 3986 §2.3). */
    public static String encode(String value) {
        if (value.matches("\\.{1,2}")) return ""; // A dot segment would climb in the path, encoded or not.
        StringBuilder encoded = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
            if (letterOrDigit || "-._~".indexOf(c) >= 0) encoded.append(c);
            else encoded.append('%').append(String.format("%02X", (int) c));
        }
        return encoded.toString();
    }
}

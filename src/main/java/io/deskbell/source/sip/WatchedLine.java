package io.deskbell.source.sip;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The line whose dialogs are watched: knows itself in addresses, however they are written. Not thread safe. */
final class WatchedLine {
    private final String user;
    private String entityUser = "";
    private String host = "";

    /** @param watched an extension or an address */
    WatchedLine(String watched) {
        this.user = userOf(watched);
        this.host = hostOf(watched);
    }

    /** What the document calls the line; may differ from what was subscribed to. */
    void entity(String entity) {
        if (entity.isEmpty()) return;
        entityUser = userOf(entity);
        if (!hostOf(entity).isEmpty()) host = hostOf(entity);
    }

    /** The address or dialog id means this line. */
    boolean isMeant(String address) {
        String other = userOf(address);
        return !other.isEmpty() && (other.equalsIgnoreCase(user) || other.equalsIgnoreCase(entityUser));
    }

    @Override
    public String toString() {
        return host.isEmpty() ? user : user + "@" + host;
    }

    static String userOf(String address) {
        String bare = bare(address);
        int at = bare.lastIndexOf('@');
        String name = at < 0 ? bare : bare.substring(0, at);
        int parameters = name.indexOf(';');
        return (parameters < 0 ? name : name.substring(0, parameters)).strip();
    }

    private static String hostOf(String address) {
        String bare = bare(address);
        int at = bare.lastIndexOf('@');
        return at < 0 ? "" : bare.substring(at + 1).replaceAll("[;?>].*", "").toLowerCase(Locale.ROOT);
    }

    /** Without angle brackets (RFC 3261 §25.1, name-addr), scheme and percent escapes. */
    private static String bare(String address) {
        String inner = address.strip();
        int open = inner.indexOf('<');
        int close = inner.indexOf('>', open + 1);
        if (open >= 0 && close > open) inner = inner.substring(open + 1, close);
        String unescaped = unescaped(inner.strip());
        return unescaped.replaceFirst("^(?i)(?:sips?|tel|pres):", "");
    }

    private static String unescaped(String text) {
        if (text.indexOf('%') < 0) return text;
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEscaped) {
            return text;
        }
    }
}

package io.deskbell.source.sip;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SIP address (RFC 3261 §19.1).
 *
 * @param user still escaped; empty when there is none
 * @param host as written, with the brackets of IPv6
 * @param port -1 when there is none
 */
record SipUri(String scheme, String user, String host, int port, Parameters parameters) {
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\[\\]:/\\s]+)(?::([0-9]{1,5}))?");
    /** It may come to stand in the first line of a request of ours. */
    private static final Pattern NEVER_IN_URI = Pattern.compile("[\\x00-\\x20<>\"]");
    private static final String PLAIN_IN_USER = "-_.!~*'()&=+$,;?/";

    static Optional<SipUri> read(String text) {
        int colon = text.indexOf(':');
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!scheme.equals("sip") && !scheme.equals("sips")) return Optional.empty();
        if (NEVER_IN_URI.matcher(text).find()) return Optional.empty();
        String rest = text.substring(colon + 1);
        int at = rest.indexOf('@'); // The user may contain ; and ? (§25.1), so it ends before they count.
        String user = at < 0 ? "" : rest.substring(0, at);
        String address = rest.substring(at + 1);
        int headers = address.indexOf('?');
        List<String> parts = Separated.by(';', headers < 0 ? address : address.substring(0, headers));
        if (parts.isEmpty()) return Optional.empty();
        Matcher matcher = HOST_PORT.matcher(parts.getFirst());
        if (!matcher.matches()) return Optional.empty();
        int port = matcher.group(2) == null ? -1 : Integer.parseInt(matcher.group(2));
        if (port > 65_535) return Optional.empty();
        Parameters parameters = Parameters.of(parts.subList(1, parts.size()));
        return Optional.of(new SipUri(scheme, user, matcher.group(1), port, parameters));
    }

    /** Escapes what may not stand in the user part, such as # (§25.1). */
    static String escapedUser(String user) {
        StringBuilder escaped = new StringBuilder();
        for (byte octet : user.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || PLAIN_IN_USER.indexOf(c) >= 0);
            escaped.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return escaped.toString();
    }

    /** IPv6 addresses stand in brackets, without a zone. */
    static String bracketed(String host) {
        if (host.indexOf(':') < 0 || host.startsWith("[")) return host;
        int zone = host.indexOf('%');
        return "[" + (zone < 0 ? host : host.substring(0, zone)) + "]";
    }
}

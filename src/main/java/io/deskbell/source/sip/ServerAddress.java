package io.deskbell.source.sip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server as people write it: {@code sip:pbx.example.com:5061;transport=tls}, or only {@code pbx.example.com}, or
 * {@code wss://pbx.example.com/ws}.
 *
 * @param path of a websocket, with its slash; empty for others
 */
record ServerAddress(TransportKind kind, String host, Optional<Integer> port, String path) {
    private static final Pattern WRITTEN = Pattern.compile("(?i)(sips?:|wss?://)?(?:[^@/]+@)?"
            + "(?:\\[([0-9a-f:.%]+)]|([^:;/\\[\\]]+))(?::([0-9]{1,5}))?(/[^;]*)?((?:;.*)?)");

    static ServerAddress read(String written) {
        Matcher matcher = WRITTEN.matcher(written.replace(" ", ""));
        if (!matcher.matches()) throw new IllegalArgumentException("not a SIP server");
        TransportKind kind = kind(Optional.ofNullable(matcher.group(1)).orElse(""), matcher.group(6));
        String host = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        String path = Optional.ofNullable(matcher.group(5)).orElse(kind.isWebsocket() ? "/" : "");
        return new ServerAddress(kind, host, Optional.ofNullable(matcher.group(4)).map(Integer::valueOf), path);
    }

    private static TransportKind kind(String scheme, String parameters) {
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "sips:" -> TransportKind.TLS;
            case "ws://" -> TransportKind.WS;
            case "wss://" -> TransportKind.WSS;
            default -> TransportKind.valueOf(Parameters.after(';', parameters).get("transport").orElse("udp")
                    .toUpperCase(Locale.ROOT));
        };
    }

    /** No name to look up; colons occur in IPv6 only. */
    boolean isNumeric() {
        return host.indexOf(':') >= 0 || host.matches("[0-9]+(\\.[0-9]+){3}");
    }
}

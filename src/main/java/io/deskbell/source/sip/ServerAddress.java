package io.deskbell.source.sip;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as people write it: {@code sip:pbx.example.com:5061;transport=tls}, or only {@code pbx.example.com}. */
record ServerAddress(TransportKind kind, String host, Optional<Integer> port) {
    private static final Pattern WRITTEN = Pattern.compile("(?i)(sips?:)?(?:[^@]+@)?"
            + "(?:\\[([0-9a-f:.%]+)]|([^:;\\[\\]]+))(?::([0-9]{1,5}))?((?:;.*)?)");

    static ServerAddress read(String written) {
        Matcher matcher = WRITTEN.matcher(written.replace(" ", ""));
        if (!matcher.matches()) throw new IllegalArgumentException("not a SIP server");
        boolean secure = "sips:".equalsIgnoreCase(matcher.group(1));
        String asked = Parameters.after(';', matcher.group(5)).get("transport").orElse("udp");
        TransportKind kind = secure ? TransportKind.TLS : TransportKind.valueOf(asked.toUpperCase(Locale.ROOT));
        String host = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        return new ServerAddress(kind, host, Optional.ofNullable(matcher.group(4)).map(Integer::valueOf));
    }

    /** No name to look up; colons occur in IPv6 only. */
    boolean isNumeric() {
        return host.indexOf(':') >= 0 || host.matches("[0-9]+(\\.[0-9]+){3}");
    }
}

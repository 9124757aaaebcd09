package io.deskbell.config;

import java.util.List;
import java.util.Optional;

/** Reads {@link AsteriskSettings}. */
final class AsteriskSection {
    private static final String SECTION = "asterisk";
    private static final int PLAIN_PORT = 5038;
    private static final int TLS_PORT = 5039;

    private final ConfigReader reader;

    AsteriskSection(ConfigReader reader) {
        this.reader = reader;
    }

    AsteriskSettings read() {
        String host = reader.text(SECTION, "host");
        if (host.isEmpty()) reader.missing(SECTION, "host", "the name or address of the telephone system");
        else if (!host.matches(NearbySections.HOST)) {
            reader.wrong(SECTION, "host", "not the name or address of a computer");
        }
        boolean tls = reader.yes(SECTION, "tls");
        int port = reader.optional(SECTION, "port").isEmpty() ? tls ? TLS_PORT : PLAIN_PORT
                : reader.number(SECTION, "port", 1, NearbySections.MOST_PORT, "a port");
        Optional<String> fingerprint = NearbySections.fingerprint(reader, SECTION);
        String context = reader.text(SECTION, "context");
        if (!context.matches("[A-Za-z0-9_.-]+")) reader.wrong(SECTION, "context", "not a context of the dialplan");
        Optional<String> variable = reader.optional(SECTION, "filter_variable");
        if (variable.filter(name -> !name.matches("[A-Za-z_][A-Za-z0-9_]*")).isPresent()) {
            reader.wrong(SECTION, "filter_variable", "not the name of a channel variable such as CUSTOMER_ID");
        }
        return new AsteriskSettings(host, port, tls, fingerprint, user(),
                new Secret(reader.text(SECTION, "secret")), channels(), context, variable,
                reader.yes(SECTION, "dial"));
    }

    /** It stands in a line of its own, which no character in it may end. */
    private String user() {
        String user = reader.text(SECTION, "user");
        if (!user.matches("[^\\s\\[\\]\\p{Cntrl}]+")) {
            reader.wrong(SECTION, "user", "not the name of a manager user, as it stands in [ ] in manager.conf");
        }
        return user;
    }

    private List<String> channels() {
        List<String> channels = reader.list(SECTION, "channels");
        if (channels.isEmpty() || !channels.stream().allMatch(one -> one.matches("[A-Za-z0-9]+/[^\\s,;&]+"))) {
            reader.wrong(SECTION, "channels", "not channels such as PJSIP/{extension}");
        }
        return channels;
    }
}

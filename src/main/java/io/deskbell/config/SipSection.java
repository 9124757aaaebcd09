package io.deskbell.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code [sip]}. */
final class SipSection {
    private final ConfigReader reader;

    SipSection(ConfigReader reader) {
        this.reader = reader;
    }

    SipSettings read(String extension) {
        List<String> servers = reader.list("sip", "server");
        if (servers.isEmpty()) {
            reader.missing("sip", "server", "the telephone system, such as sip:pbx.example.com:5061;transport=tls");
        }
        for (String server : servers) {
            if (!SipAddress.isServer(server)) {
                reader.wrong("sip", "server",
                        "not a server such as sip:pbx.example.com or sip:10.0.0.5:5060;transport=tcp");
            }
        }
        String user = reader.optional("sip", "user").orElse(extension);
        Optional<Path> certificate = reader.optional("sip", "certificate").map(Path::of);
        if (certificate.filter(file -> !Files.isReadable(file)).isPresent()) {
            reader.wrong("sip", "certificate", "no such file, or this user may not read it");
        }
        return new SipSettings(servers, reader.optional("sip", "domain"), user,
                reader.optional("sip", "auth_user").orElse(user),
                new Secret(reader.text("sip", "password")), reader.optional("sip", "watch").orElse(extension),
                reader.yes("sip", "register"),
                reader.seconds("sip", "expires", 60, 86_400), reader.seconds("sip", "refresh", 5, 3_600), certificate,
                reader.oneOf("sip", "dial", List.of("no", "call", "refer"))
                        .map(way -> SipSettings.Dial.valueOf(way.toUpperCase(Locale.ROOT)))
                        .orElse(SipSettings.Dial.NO),
                SipSettings.Event.valueOf(reader.oneOf("sip", "event", List.of("dialog", "presence")).orElse("dialog")
                        .toUpperCase(Locale.ROOT)), fork());
    }

    private Optional<SipSettings.SilentFork> fork() {
        boolean on = reader.yes("sip", "fork");
        SipSettings.SilentFork fork = new SipSettings.SilentFork(header("filter_header"), header("call_id_header"),
                reader.seconds("sip", "fork_ring", 0, 180));
        return on ? Optional.of(fork) : Optional.empty();
    }

    /** RFC 3261 §25.1, token. */
    private Optional<String> header(String key) {
        Optional<String> name = reader.optional("sip", key);
        if (name.filter(text -> !text.matches("[A-Za-z0-9.!%*_+`'~-]+")).isPresent()) {
            reader.wrong("sip", key, "not the name of a SIP header such as X-Customer");
        }
        return name;
    }
}

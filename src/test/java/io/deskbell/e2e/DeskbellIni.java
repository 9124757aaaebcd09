package io.deskbell.e2e;

import java.nio.file.Path;
import java.util.Optional;

/** The configuration an administrator would write for this bench. */
record DeskbellIni(String extension, String inbox, String server, Optional<Path> certificate, String more) {
    DeskbellIni(String extension, String inbox, String server, Optional<Path> certificate) {
        this(extension, inbox, server, certificate, "");
    }

    static DeskbellIni of(String extension, ScriptedInbox inbox, Kamailio pbx) {
        return new DeskbellIni(extension, inbox.url(), pbx.server("udp"), Optional.empty(), "");
    }

    DeskbellIni over(String transport, Kamailio pbx) {
        Optional<Path> trusted = transport.matches("tls|wss") ? Optional.of(pbx.certificate()) : Optional.empty();
        return new DeskbellIni(extension, inbox, pbx.server(transport), trusted, more);
    }

    /** With these lines at the end of {@code [sip]}. */
    DeskbellIni also(String... lines) {
        return new DeskbellIni(extension, inbox, server, certificate, String.join("\n", lines));
    }

    String text() {
        return """
                [agent]
                extension = %1$s
                country = NL
                [inbox]
                api_url = %2$s
                api_key = %3$s
                [pop]
                when = never
                [phone]
                source = sip
                [sip]
                server = %4$s
                domain = %5$s
                user = %1$s
                password = pw%1$s
                refresh = 5
                %6$s
                %7$s
                """.formatted(extension, inbox, ScriptedInbox.KEY, server, Kamailio.DOMAIN,
                certificate.map(file -> "certificate = " + file).orElse(""), more);
    }
}

package io.deskbell.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code [relay]}: what the program on the customer's server does, for all desks at once.
 *
 * @param name tells it from the other relay
 * @param source whose calls it tells: voipgrid, which tells them over HTTPS, or one of sip, asterisk, 3cx, simulator
 * @param extensions whose; empty for all that voipgrid names
 * @param web where it is told of calls; empty for a source that is watched
 * @param spool so many notifications are kept while the broker is away
 */
public record RelaySettings(String name, String source, List<String> extensions, Optional<Web> web,
                            BrokerSettings broker, int spool) {
    /** The source that is not watched but tells by itself. */
    public static final String TOLD = "voipgrid";

    public RelaySettings {
        extensions = List.copyOf(extensions);
    }

    /** A certificate with its chain, and its key, in PEM. */
    public record Identity(Path certificate, Path key) {
    }

    /**
     * @param identity empty behind a proxy that speaks TLS in its place
     * @param token part of the path
     * @param allow addresses and networks that may tell of calls; empty for all
     * @param proxy addresses whose X-Forwarded-For is believed
     */
    public record Web(String bind, int port, Optional<Identity> identity, Secret token, List<String> allow,
                      List<String> proxy) {
        public Web {
            allow = List.copyOf(allow);
            proxy = List.copyOf(proxy);
        }
    }

    public List<Secret> secrets() {
        return web.map(site -> List.of(broker.password(), site.token())).orElseGet(() -> List.of(broker.password()));
    }
}

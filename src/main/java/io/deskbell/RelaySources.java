package io.deskbell;

import io.deskbell.call.Extension;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.RelaySettings;
import io.deskbell.relay.Relay.Watched;
import io.deskbell.source.Exchange;
import io.deskbell.source.PhoneSource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a relay watches: one line that sees all extensions where there is such a thing, else a line for each. */
final class RelaySources {
    /** Nobody's: a source knows its own extension from a colleague's, and one that watches for all has none. */
    private static final String NOBODYS = "relay";

    private RelaySources() {
    }

    static Watched watched(ConfigFiles files, RelaySettings settings, Clock clock) throws ConfigException {
        if (settings.web().isPresent()) return new Watched.Nothing();
        Config whole = files.loadRelayed(settings.source(), NOBODYS);
        if (PhoneSources.of(whole, clock).getFirst() instanceof Exchange exchange) return new Watched.One(exchange);
        Map<Extension, PhoneSource> sources = new LinkedHashMap<>();
        for (String extension : settings.extensions()) {
            Config config = files.loadRelayed(settings.source(), extension);
            sources.put(new Extension(extension), PhoneSources.of(config, clock).getFirst());
        }
        return new Watched.Many(sources);
    }
}

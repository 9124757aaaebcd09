package io.deskbell;

import io.deskbell.call.Extension;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.config.RelaySettings;
import io.deskbell.relay.Relay.Watched;
import io.deskbell.source.Exchange;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import io.deskbell.source.threecx.ThreeCxSource;
import io.deskbell.source.threecx.ThreeCxSteps;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a relay watches: one line that sees all extensions where there is such a thing, else a line for each. */
final class RelaySources {
    private RelaySources() {
    }

    static Watched watched(ConfigFiles files, RelaySettings settings, Clock clock) throws ConfigException {
        if (settings.web().isPresent()) return new Watched.Nothing();
        Config first = files.loadRelayed(settings.source(), settings.extensions().getFirst());
        Optional<Exchange> exchange = exchange(settings.source(), first, clock);
        if (exchange.isPresent()) return new Watched.One(exchange.get());
        Map<Extension, PhoneSource> sources = new LinkedHashMap<>();
        for (String extension : settings.extensions()) {
            Config config = files.loadRelayed(settings.source(), extension);
            sources.put(new Extension(extension), PhoneSources.of(config, clock).getFirst());
        }
        return new Watched.Many(sources);
    }

    /** @param config read for the first of the extensions; what it says of one desk means nothing here */
    private static Optional<Exchange> exchange(String source, Config config, Clock clock) {
        return switch (source) {
            case "3cx" -> Optional.of(new ThreeCxSource(config.systems().threeCx().orElseThrow(),
                    at -> PhoneSources.numberPlan(config.agent(), at), clock, ThreeCxSteps.NONE, Tape.NONE));
            default -> Optional.empty();
        };
    }
}

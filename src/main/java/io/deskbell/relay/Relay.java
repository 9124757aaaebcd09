package io.deskbell.relay;

import io.deskbell.call.CallReport;
import io.deskbell.call.Extension;
import io.deskbell.config.RelaySettings;
import io.deskbell.source.Exchange;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.SourceRunner;
import io.deskbell.source.SourceStatus;
import io.deskbell.source.Waiting;
import io.deskbell.source.mqtt.RelayStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole relay, built by hand: a site that is told or sources that are watched, the spool, and the postman. Started
 * once, stopped once; all that it must not forget is in the spool and at the broker.
 */
public final class Relay {
    private final Spool spool;
    private final Postman postman;
    private final Optional<NotificationSite> site;
    private final List<SourceRunner> runners;

    /** What is watched in place of being told. */
    public sealed interface Watched {
        record Nothing() implements Watched {
        }

        record One(Exchange exchange) implements Watched {
        }

        record Many(Map<Extension, PhoneSource> sources) implements Watched {
        }
    }

    private Relay(RelaySettings settings, Spool spool, Watched watched, Clock clock) throws IOException {
        this.spool = spool;
        Set<Extension> served = new LinkedHashSet<>(settings.extensions().stream().map(Extension::new).toList());
        postman = new Postman(settings, spool, served, clock, Waiting.REAL);
        WatchedDesks desks = new WatchedDesks(settings.name(), List.copyOf(served), spool, clock, Waiting.REAL);
        runners = runners(watched, desks, clock);
        if (!runners.isEmpty()) postman.stands(RelayStatus.State.LOST, "connecting");
        site = settings.web().isEmpty() ? Optional.empty()
                : Optional.of(NotificationSite.open(settings.web().get(), spool, clock, System::nanoTime));
    }

    /** @throws IOException in words for a person */
    public static Relay start(RelaySettings settings, Path data, Watched watched, Clock clock) throws IOException {
        Spool spool = Spool.open(data, settings.spool());
        try {
            Relay relay = new Relay(settings, spool, watched, clock);
            relay.postman.start();
            relay.runners.forEach(SourceRunner::start);
            return relay;
        } catch (IOException failed) {
            spool.close();
            throw failed;
        }
    }

    /** Where notifications come in, when they do. */
    public Optional<Integer> port() {
        return site.map(NotificationSite::port);
    }

    /** What is not at the broker yet. */
    public int waiting() {
        return spool.waiting();
    }

    public void stop() throws InterruptedException {
        site.ifPresent(NotificationSite::close);
        SourceRunner.stopAll(runners);
        postman.stop();
        spool.close();
    }

    private List<SourceRunner> runners(Watched watched, WatchedDesks desks, Clock clock) {
        List<SourceRunner> all = new ArrayList<>();
        switch (watched) {
            case Watched.Nothing nothing -> { }
            case Watched.One one -> all.add(SourceRunner.of(new WatchedExchange(one.exchange(), desks), NOBODY,
                    status -> changed(), clock));
            case Watched.Many many -> many.sources().forEach((extension, source) ->
                    all.add(SourceRunner.of(source, desks.of(extension), status -> changed(), clock)));
        }
        return all;
    }

    /** Lost when all are: of one that fails among many the log tells. */
    private void changed() {
        List<SourceStatus> all = runners.stream().map(SourceRunner::status).toList();
        boolean here = all.stream().anyMatch(SourceStatus.Watching.class::isInstance);
        String why = all.stream().filter(SourceStatus.Lost.class::isInstance)
                .map(status -> ((SourceStatus.Lost) status).why()).findFirst().orElse("connecting");
        postman.stands(here ? RelayStatus.State.HERE : RelayStatus.State.LOST, why);
    }

    /** An exchange reports to the desks. */
    private static final PhoneListener NOBODY = new PhoneListener() {
        @Override
        public void watching() {
            // The runner has heard it.
        }

        @Override
        public void report(CallReport report) {
            throw new IllegalStateException("an exchange reports to the desks");
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            throw new IllegalStateException("an exchange reports to the desks");
        }
    };
}

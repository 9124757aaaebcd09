package io.deskbell.doctor;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.deskbell.config.RelaySettings;
import io.deskbell.relay.Pem;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PemTrust;
import io.deskbell.source.mqtt.BrokerLine;
import io.deskbell.source.mqtt.BrokerLine.Arrival;
import io.deskbell.source.mqtt.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A relay's own parts: where it is told of calls, its certificate, the broker and the account's rights there. */
public final class RelayCheck implements Check {
    private static final String PART = "relay";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofDays(14);

    private final RelaySettings settings;
    private final Clock clock;

    public RelayCheck(RelaySettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        settings.web().ifPresentOrElse(web -> findings.addAll(site(web)), () -> findings.add(
                RelayReason.WATCHES.found(PART, settings.source(), settings.extensions().size())));
        findings.addAll(broker());
        return findings;
    }

    private List<Finding> site(RelaySettings.Web web) {
        List<Finding> findings = new ArrayList<>();
        try (ServerSocket trial = new ServerSocket()) {
            trial.bind(new InetSocketAddress(InetAddress.getByName(web.bind()), web.port()));
            findings.add(RelayReason.TOLD_AT.found(PART, web.bind(), web.port()));
        } catch (IOException taken) {
            findings.add(RelayReason.RUNS.found(PART, web.port()));
        }
        web.identity().ifPresentOrElse(identity -> findings.add(certificate(identity)),
                () -> findings.add(RelayReason.PLAIN.found(PART)));
        if (web.allow().isEmpty()) findings.add(RelayReason.EVERYBODY.found(PART));
        return findings;
    }

    private Finding certificate(RelaySettings.Identity identity) {
        try {
            Pem.store(identity);
            X509Certificate own = PemTrust.certificates(identity.certificate()).getFirst();
            Instant end = own.getNotAfter().toInstant();
            Instant now = clock.instant();
            RelayReason how = now.isAfter(end) ? RelayReason.CERTIFICATE_OVER
                    : now.plus(SOON).isAfter(end) ? RelayReason.CERTIFICATE_SOON : RelayReason.CERTIFICATE_UNTIL;
            return how.found(PART, identity.certificate(), end.atZone(ZoneOffset.UTC).toLocalDate());
        } catch (IOException unusable) {
            return RelayReason.CERTIFICATE_UNUSABLE.found(PART, unusable.getMessage());
        }
    }

    private List<Finding> broker() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        String user = settings.broker().user();
        try (BrokerLine line = BrokerLine.open(settings.broker(), MqttCheck.entrance(PART))) {
            findings.add(RelayReason.BROKER_LETS_IN.found(PART, settings.broker().whereabouts(), user));
            if (!settings.broker().tls()) findings.add(RelayReason.NO_ENCRYPTION.found(PART));
            Topics topics = new Topics(settings.broker().topic());
            line.subscribe(topics.allRoutes(), MqttQos.AT_MOST_ONCE);
            // No call has this name, so whoever reads it makes nothing of it.
            line.publishNow(Mqtt5Publish.builder().topic(topics.routes(settings.name(), "check"))
                    .qos(MqttQos.AT_LEAST_ONCE).payload("{}".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .build());
            findings.add(RelayReason.MAY_WRITE.found(PART, user, settings.broker().topic()));
            if (!comesBack(line, topics.routes(settings.name(), "check"))) {
                findings.add(RelayReason.MAY_NOT_READ_BACK.found(PART, user, topics.allRoutes()));
            }
        } catch (IOException failed) {
            findings.add(new Finding(Finding.Mark.BROKEN, PART, LineLostException.reasonOf(failed)));
        }
        return findings;
    }

    private static boolean comesBack(BrokerLine line, String topic) throws InterruptedException {
        while (true) {
            Optional<Arrival> next = line.next(PATIENCE);
            if (next.isEmpty()) return false;
            if (next.get() instanceof Arrival.Message message && message.topic().equals(topic)) return true;
        }
    }
}

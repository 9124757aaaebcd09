package io.deskbell.doctor;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.deskbell.call.Extension;
import io.deskbell.call.Reason;
import io.deskbell.config.BrokerSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.mqtt.BrokerLine;
import io.deskbell.source.mqtt.BrokerLine.Arrival;
import io.deskbell.source.mqtt.MqttReason;
import io.deskbell.source.mqtt.RelayStatus;
import io.deskbell.source.mqtt.Topics;
import io.deskbell.source.mqtt.Wire;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A desk's way to the relay: the broker, the account, and whether a relay is there. Under a name of its own, so that
 * what the broker keeps for the desk stays where it is.
 */
public final class MqttCheck implements Check {
    private static final String PART = "mqtt";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final BrokerSettings broker;
    private final Extension extension;

    public MqttCheck(BrokerSettings broker, Extension extension) {
        this.broker = broker;
        this.extension = extension;
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        Topics topics = new Topics(broker.topic());
        List<Finding> findings = new ArrayList<>();
        try (BrokerLine line = BrokerLine.open(broker, entrance(PART))) {
            findings.add(RelayReason.BROKER_LETS_IN.found(PART, broker.whereabouts(), broker.user()));
            if (!broker.tls()) findings.add(RelayReason.NO_ENCRYPTION.found(PART));
            line.subscribe(topics.of(extension), MqttQos.AT_MOST_ONCE);
            line.subscribe(topics.allStatus(), MqttQos.AT_MOST_ONCE);
            List<RelayStatus> relays = relays(line, topics);
            boolean one = relays.stream().anyMatch(relay -> relay.state() == RelayStatus.State.HERE);
            relays.forEach(relay -> findings.add(finding(relay, one)));
            if (relays.isEmpty()) findings.add(broken(MqttReason.NO_RELAY, broker.user(), topics.allStatus()));
        } catch (IOException failed) {
            findings.add(new Finding(Finding.Mark.BROKEN, PART, LineLostException.reasonOf(failed)));
        }
        return findings;
    }

    static BrokerLine.Entrance entrance(String section) {
        return new BrokerLine.Entrance(section, "deskbell-doctor-" + UUID.randomUUID().toString().substring(0, 8),
                Duration.ZERO, Optional.empty());
    }

    /** The broker tells of them at once. */
    private static List<RelayStatus> relays(BrokerLine line, Topics topics) throws InterruptedException {
        List<RelayStatus> relays = new ArrayList<>();
        Duration patience = PATIENCE;
        for (Optional<Arrival> next = line.next(patience); next.isPresent(); next = line.next(patience)) {
            if (!(next.get() instanceof Arrival.Message message)) return relays;
            message.settle();
            if (topics.isStatus(message.topic())) relays.add(Wire.status(message.text()));
            patience = PATIENCE.dividedBy(6);
        }
        return relays;
    }

    /** @param enough one of two suffices */
    private static Finding finding(RelayStatus relay, boolean enough) {
        Finding.Mark lacking = enough ? Finding.Mark.NOTE : Finding.Mark.BROKEN;
        return switch (relay.state()) {
            case HERE -> RelayReason.RELAY_THERE.found(PART, relay.relay());
            case LOST -> new Finding(lacking, PART, Reason.of(MqttReason.RELAY_LOST, relay.relay(), relay.why()));
            case GONE -> new Finding(lacking, PART, Reason.of(MqttReason.RELAY_GONE, relay.relay()));
        };
    }

    private static Finding broken(MqttReason why, Object... arguments) {
        return new Finding(Finding.Mark.BROKEN, PART, Reason.of(why, arguments));
    }
}

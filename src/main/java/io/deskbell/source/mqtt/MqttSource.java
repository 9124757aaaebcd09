package io.deskbell.source.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import io.deskbell.call.Extension;
import io.deskbell.call.Reason;
import io.deskbell.config.MqttSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Settling;
import io.deskbell.source.Tape;
import io.deskbell.source.mqtt.BrokerLine.Arrival;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This desk's calls as a relay tells them. The broker keeps what is told while the desk is away, for as long as the
 * settings say. Where no relay is there the line counts as lost, though the connection to the broker stands.
 */
public final class MqttSource implements PhoneSource {
    private static final Logger LOG = LoggerFactory.getLogger(MqttSource.class);
    /** Within this the broker has told how it stands with the relays. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final MqttSettings settings;
    private final Extension extension;
    private final Topics topics;
    private final BrokerLine.Entrance entrance;
    private final MqttTranslator translator;
    private final Clock clock;
    private final Tape tape;
    /** Of a call that was answered and ended in a moment another relay may tell the answer later. */
    private final Settling<Arrival.Message> ends = new Settling<>(Settling.USUAL);
    private boolean wasConnected;
    private boolean up;
    private Optional<Reason> told = Optional.empty();

    /** @param computer tells this desk from another of the same extension; the same at every start */
    public MqttSource(MqttSettings settings, Extension extension, String computer, MqttTranslator translator,
                      Clock clock, Tape tape) {
        this.settings = settings;
        this.extension = extension;
        this.topics = new Topics(settings.broker().topic());
        this.entrance = new BrokerLine.Entrance("mqtt", "deskbell-" + extension + "-" + computer, settings.away(),
                Optional.empty());
        this.translator = translator;
        this.clock = clock;
        this.tape = tape;
    }

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public String description() {
        return extension + " by way of the relay, at " + settings.broker().whereabouts();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        try (BrokerLine line = BrokerLine.open(settings.broker(), entrance)) {
            if (wasConnected && !line.isSessionKept()) {
                LOG.warn("mqtt: the broker has kept nothing while this desk was away: calls may be missing");
            }
            wasConnected = true;
            tape.lineUp();
            line.subscribe(topics.of(extension), MqttQos.AT_LEAST_ONCE);
            line.subscribe(topics.everybody(), MqttQos.AT_LEAST_ONCE);
            line.subscribe(topics.allStatus(), MqttQos.AT_MOST_ONCE);
            follow(line, listener);
        }
    }

    private void follow(BrokerLine line, PhoneListener listener) throws IOException, InterruptedException {
        long decideAt = System.nanoTime() + PATIENCE.toNanos();
        up = false;
        PhoneListener relayed = new WhileRelayed(listener, () -> up);
        while (true) {
            Optional<Arrival> next = line.next(patience());
            if (next.isPresent()) take(next.get(), relayed);
            for (Arrival.Message end : ends.due(System.nanoTime())) tell(end, relayed);
            translator.look(clock.instant(), relayed);
            Optional<Reason> lacking = translator.lacking(clock.instant()).map(this::words);
            boolean decided = up || System.nanoTime() - decideAt >= 0;
            if (lacking.isEmpty() && !up) {
                up = true;
                told = Optional.empty();
                listener.watching();
            } else if (lacking.isPresent() && decided && !lacking.equals(told)) {
                told = lacking; // The next time this is asked to watch, it waits for the relay without a word.
                throw new LineLostException(lacking.get());
            } else if (lacking.isPresent()) {
                up = false;
            }
        }
    }

    private Duration patience() {
        return ends.dueAt().map(due -> Duration.ofNanos(Math.max(0, due - System.nanoTime())).plusMillis(1))
                .filter(soon -> soon.compareTo(PATIENCE) < 0).orElse(PATIENCE);
    }

    private void take(Arrival arrival, PhoneListener listener) throws IOException, InterruptedException {
        switch (arrival) {
            case Arrival.Lost lost -> throw new LineLostException(lost.why());
            case Arrival.Nudged nobody -> LOG.debug("nudged");
            case Arrival.Message message -> {
                boolean waits = MqttTranslator.mayHaveOvertaken(kind(message), message.text());
                if (waits) ends.keep(message, System.nanoTime());
                else tell(message, listener);
            }
        }
    }

    /** The broker keeps it until what it tells is safe here. A recording has it in the order in which it counted. */
    private void tell(Arrival.Message message, PhoneListener listener) throws InterruptedException {
        String text = message.text();
        tape.heard(kind(message), text);
        translator.came(kind(message), new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                clock.instant(), listener);
        listener.whenSafe(message::settle);
    }

    private String kind(Arrival.Message message) {
        return topics.isStatus(message.topic()) ? MqttTranslator.STATUS : MqttTranslator.LETTER;
    }

    private Reason words(RelayStatus lacking) {
        if (lacking.relay().isEmpty()) {
            return Reason.of(MqttReason.NO_RELAY, settings.broker().user(), topics.allStatus());
        }
        return lacking.state() == RelayStatus.State.LOST
                ? Reason.of(MqttReason.RELAY_LOST, lacking.relay(), lacking.why())
                : Reason.of(MqttReason.RELAY_GONE, lacking.relay());
    }
}

package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Extension;
import io.deskbell.config.BrokerSettings;
import io.deskbell.config.MqttSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Tape;
import io.deskbell.source.mqtt.BrokerLine;
import io.deskbell.source.mqtt.Letter;
import io.deskbell.source.mqtt.MqttSource;
import io.deskbell.source.mqtt.MqttTranslator;
import io.deskbell.source.mqtt.RelayStatus;
import io.deskbell.source.mqtt.Topics;
import io.deskbell.source.mqtt.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that dies between a relay's letter and the disk is brought the letter again, by a real Mosquitto. */
final class UnsafeLetterIT {
    private static final Extension DESK = new Extension("201");
    private static final Topics TOPICS = new Topics("deskbell");

    @TempDir
    Path folder;

    @Test
    void whatWasNotSafeComesAgainAndWhatWasDoesNot() throws Exception {
        try (Mosquitto broker = Mosquitto.start(folder, "relay", "201"); BrokerLine relay = relay(broker)) {
            relay.publishNow(message(TOPICS.status("a"), true, Wire.bytes(new RelayStatus("a", RelayStatus.State.HERE,
                    "", Instant.now()))));
            try (Desk dying = new Desk(broker, false)) {
                assertEquals("watching", dying.next());
                tell(relay, "first", CallState.CONNECTED);
                assertEquals("first CONNECTED", dying.next());
            }
            try (Desk again = new Desk(broker, true)) {
                assertEquals("first CONNECTED", again.nextCall());
                tell(relay, "first", CallState.ENDED);
                assertEquals("first ENDED", again.nextCall());
                assertEquals(2, again.acknowledged(2));
            }
            try (Desk after = new Desk(broker, true)) {
                tell(relay, "second", CallState.CONNECTED);
                assertEquals("second CONNECTED", after.nextCall());
            }
        }
    }

    private static void tell(BrokerLine relay, String call, CallState state) throws Exception {
        CallReport report = CallReport.of(CallKey.shared(call), state, Instant.now());
        relay.publishNow(message(TOPICS.of(DESK), false, Wire.bytes(new Letter.Reported(
                new Letter.Envelope(call + state, "a", report.at()), report))));
    }

    private static Mqtt5Publish message(String topic, boolean retain, byte[] body) {
        return Mqtt5Publish.builder().topic(topic).qos(MqttQos.AT_LEAST_ONCE).retain(retain).payload(body).build();
    }

    private static BrokerLine relay(Mosquitto broker) throws Exception {
        return BrokerLine.open(account(broker, "relay"), new BrokerLine.Entrance("relay", "a-relay", Duration.ZERO,
                Optional.empty()));
    }

    private static BrokerSettings account(Mosquitto broker, String name) {
        return new BrokerSettings("127.0.0.1", broker.port(), true, name, new Secret("pw" + name),
                Optional.of(broker.certificate()), "deskbell");
    }

    /** One run of a desk, whose disk takes what it is told, or never does. */
    private static final class Desk implements PhoneListener, AutoCloseable {
        private static final long PATIENCE_SECONDS = 180;

        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> safe = new LinkedBlockingQueue<>();
        private final boolean writes;
        private final Thread thread;
        private String last = "";

        Desk(Mosquitto broker, boolean writes) {
            this.writes = writes;
            MqttTranslator translator = new MqttTranslator(() -> (by, body, at, listener) -> { });
            MqttSource source = new MqttSource(new MqttSettings(account(broker, "201"), Duration.ofHours(1)), DESK,
                    "computer", translator, Clock.systemUTC(), Tape.NONE);
            thread = Thread.ofVirtual().start(() -> watch(source));
        }

        String next() throws InterruptedException {
            return String.valueOf(heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }

        /** The line's coming up may be said before or after what waited. */
        String nextCall() throws InterruptedException {
            String word = next();
            return word.equals("watching") ? next() : word;
        }

        int acknowledged(int wanted) throws InterruptedException {
            int came = 0;
            while (came < wanted && safe.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) != null) came++;
            return came;
        }

        @Override
        public void watching() {
            heard.add("watching");
        }

        @Override
        public void report(CallReport report) {
            last = report.key().value() + " " + report.state();
            heard.add(last);
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            throw new IllegalStateException("nobody sent one");
        }

        @Override
        public void whenSafe(Runnable then) {
            if (!writes) return;
            then.run();
            if (!last.isEmpty()) safe.add(last);
            last = "";
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                assertTrue(thread.join(Duration.ofMinutes(1)), "it goes on after it was stopped");
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }

        private void watch(MqttSource source) {
            try {
                source.watch(this);
            } catch (IOException lost) {
                heard.add(lost.toString());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }
}

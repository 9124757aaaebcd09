package io.deskbell.relay;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.time.Duration;

/** Messages as they go to the broker: each at least once, and none kept for ever. */
final class Post {
    /** What a desk has not read by then it need not know any more. */
    private static final Duration LETTER = Duration.ofDays(30);

    private Post() {
    }

    static Mqtt5Publish letter(String topic, byte[] body) {
        return message(topic, body, LETTER, false);
    }

    /** Kept by the broker for whoever subscribes later. */
    static Mqtt5Publish retained(String topic, byte[] body, Duration kept) {
        return message(topic, body, kept, true);
    }

    private static Mqtt5Publish message(String topic, byte[] body, Duration kept, boolean retain) {
        return Mqtt5Publish.builder().topic(topic).qos(MqttQos.AT_LEAST_ONCE).retain(retain)
                .messageExpiryInterval(kept.toSeconds()).payload(body).build();
    }
}

package io.deskbell.source.mqtt;

import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5DisconnectException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.disconnect.Mqtt5DisconnectReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import io.deskbell.call.Reason;
import io.deskbell.config.BrokerSettings;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/** Turns what the MQTT library throws into reasons a person can act on. */
final class BrokerTrouble {
    private final BrokerSettings settings;
    private final String section;

    BrokerTrouble(BrokerSettings settings, String section) {
        this.settings = settings;
        this.section = section;
    }

    /** Why the broker did not let us in. */
    Reason unconnected(Throwable failure) {
        if (failure instanceof Mqtt5ConnAckException answer) {
            return switch (answer.getMqttMessage().getReasonCode()) {
                case BAD_USER_NAME_OR_PASSWORD, NOT_AUTHORIZED, BAD_AUTHENTICATION_METHOD, BANNED ->
                        Reason.of(MqttReason.WRONG_LOGIN, where(), settings.user(), section);
                case UNSUPPORTED_PROTOCOL_VERSION -> Reason.of(MqttReason.NO_MQTT5, where());
                default -> Reason.of(MqttReason.REFUSED, where(), answer.getMqttMessage().getReasonCode().name());
            };
        }
        if (has(failure, UnknownHostException.class) || has(failure, UnresolvedAddressException.class)) {
            return Reason.of(MqttReason.NO_SUCH_NAME, settings.host(), section);
        }
        boolean slow = failure.toString().contains("timed out"); // That is nothing of trust.
        if (!slow && (has(failure, SSLException.class) || has(failure, GeneralSecurityException.class))) {
            return Reason.of(MqttReason.NO_TLS, where(), section);
        }
        return Reason.of(MqttReason.NO_CONNECTION, where(), section);
    }

    /** Why a subscription or a message was not taken. */
    Reason refused(Throwable failure, String topic) {
        if (failure instanceof Mqtt5SubAckException) {
            return Reason.of(MqttReason.MAY_NOT_READ, settings.user(), topic);
        }
        if (failure instanceof Mqtt5PubAckException answer) {
            Mqtt5PubAckReasonCode code = answer.getMqttMessage().getReasonCode();
            return code == Mqtt5PubAckReasonCode.NOT_AUTHORIZED
                    ? Reason.of(MqttReason.MAY_NOT_WRITE, settings.user(), topic)
                    : Reason.of(MqttReason.REFUSED, where(), code.name());
        }
        return lost(failure);
    }

    /** Why a connection that was there is not any more. */
    Reason lost(Throwable failure) {
        if (failure instanceof Mqtt5DisconnectException said) {
            Mqtt5DisconnectReasonCode code = said.getMqttMessage().getReasonCode();
            if (code == Mqtt5DisconnectReasonCode.SESSION_TAKEN_OVER) return Reason.of(MqttReason.TAKEN_OVER);
            if (code == Mqtt5DisconnectReasonCode.NOT_AUTHORIZED) {
                return Reason.of(MqttReason.WRONG_LOGIN, where(), settings.user(), section);
            }
        }
        return Reason.of(MqttReason.LOST, where());
    }

    private String where() {
        return settings.whereabouts();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) return true;
        }
        return false;
    }
}

package io.deskbell.config;

import java.time.Duration;

/**
 * Section {@code [mqtt]}.
 *
 * @param away how long the broker keeps what this desk has not read
 */
public record MqttSettings(BrokerSettings broker, Duration away) {
}

package io.deskbell.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An MQTT 5 broker and an account at it.
 *
 * @param tls false only where {@code mqtt://} was written
 * @param certificate whose to trust instead of the computer's own
 * @param topic what stands before the extension, without a slash at its ends
 */
public record BrokerSettings(String host, int port, boolean tls, String user, Secret password,
                             Optional<Path> certificate, String topic) {
    /** For people. */
    public String whereabouts() {
        return host + " port " + port;
    }
}

package io.deskbell.config;

import java.util.List;
import java.util.Optional;

/**
 * Section {@code [asterisk]}.
 *
 * @param secret of the manager user, not of a phone
 * @param fingerprint SHA-256 of the one certificate to trust: 64 digits in lower case
 * @param channels how the channels of phones are called, with {@code {extension}} where it stands
 * @param context of the dialplan, in which numbers are dialled
 * @param filterVariable the channel variable that holds the value of {@code [inbox] filter_field}
 * @param dial whether numbers are dialled through it
 */
public record AsteriskSettings(String host, int port, boolean tls, Optional<String> fingerprint, String user,
                               Secret secret, List<String> channels, String context, Optional<String> filterVariable,
                               boolean dial) {
    public AsteriskSettings {
        channels = List.copyOf(channels);
    }
}

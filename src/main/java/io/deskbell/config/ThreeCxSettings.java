package io.deskbell.config;

import java.util.Map;
import java.util.Optional;

/**
 * Section {@code [3cx]}.
 *
 * @param url of the telephone system, without a path
 * @param dn the extension there
 * @param queues the number customers dial, by queue
 * @param device the phone that dials
 * @param dial whether numbers are dialled through it
 */
public record ThreeCxSettings(String url, String clientId, Secret clientSecret, String dn, Map<String, String> queues,
                              Optional<String> device, boolean dial) {
    public ThreeCxSettings {
        queues = Map.copyOf(queues);
    }
}

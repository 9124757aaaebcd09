package io.deskbell.config;

import java.net.URI;
import java.util.Optional;

/** Section {@code [inbox]}. The address has no trailing slash. */
public record InboxSettings(URI apiUrl, Secret apiKey, Optional<String> withheldNumber, Optional<String> referrer,
                            Optional<String> filterField) {
}

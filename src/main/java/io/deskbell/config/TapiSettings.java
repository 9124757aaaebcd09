package io.deskbell.config;

import java.util.Optional;

/**
 * Section {@code [tapi]}.
 *
 * @param line name or GUID; empty for the one of the agent's extension, or the only one
 * @param sharedIds the driver's call ids are the same at every desk
 */
public record TapiSettings(Optional<String> line, boolean sharedIds) {
}

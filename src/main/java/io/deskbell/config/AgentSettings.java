package io.deskbell.config;

import java.util.Optional;

/**
 * Section {@code [agent]}.
 *
 * @param internal how many digits a colleague's number has, such as {@code 2..5}
 * @param transfer giver, taker or never; empty for what suits the source
 */
public record AgentSettings(String extension, String country, String internal, String outsidePrefix,
                            Optional<String> transfer) {
}

package io.deskbell.config;

/**
 * Section {@code [baresip]}.
 *
 * @param dial whether numbers are dialled through it
 */
public record BaresipSettings(String host, int port, boolean dial) {
}

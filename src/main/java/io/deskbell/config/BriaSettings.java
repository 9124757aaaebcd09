package io.deskbell.config;

/**
 * Section {@code [bria]}.
 *
 * @param url of the websocket
 * @param dial whether numbers are dialled through it
 */
public record BriaSettings(String url, boolean dial) {
}

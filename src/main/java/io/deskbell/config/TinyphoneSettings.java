package io.deskbell.config;

/**
 * Section {@code [tinyphone]}.
 *
 * @param url of its web interface, without a stroke at the end
 * @param dial whether numbers are dialled through it
 */
public record TinyphoneSettings(String url, boolean dial) {
}

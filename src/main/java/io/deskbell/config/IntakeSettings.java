package io.deskbell.config;

import java.util.List;

/**
 * Section {@code [intake]}.
 *
 * @param bind an address of this computer, or 0.0.0.0 or :: for all
 * @param token part of the path
 * @param allow addresses and networks that may tell of calls besides this computer; empty for private networks
 */
public record IntakeSettings(int port, String bind, Secret token, List<String> allow) {
    public IntakeSettings {
        allow = List.copyOf(allow);
    }
}

package io.deskbell.config;

import java.util.List;

/**
 * Section {@code [fritzbox]}.
 *
 * @param ports of the agent's own phones as the box numbers them; empty for all phones
 * @param numbers the agent's own as the box names them; empty for all
 */
public record FritzBoxSettings(String host, int port, List<String> ports, List<String> numbers) {
    public FritzBoxSettings {
        ports = List.copyOf(ports);
        numbers = List.copyOf(numbers);
    }
}

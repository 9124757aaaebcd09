package io.deskbell.config;

import java.util.List;
import java.util.stream.Stream;

/** The part of {@link Keys} for {@link PhoneSystems}. */
final class SystemKeys {
    static final List<Key> ALL = Stream.of(
            RelayKeys.MQTT,
            RelayKeys.RELAY).flatMap(List::stream).toList();

    private SystemKeys() {
    }
}

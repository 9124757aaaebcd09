package io.deskbell.config;

import java.util.List;

/** The part of {@link Keys} for {@link PhoneSystems}. */
final class SystemKeys {
    static final List<Key> ALL = List.of();

    private SystemKeys() {
    }
}

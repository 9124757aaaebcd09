package io.deskbell.pop;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest so many entries, by call id; older ones are forgotten. Not thread safe. */
final class Remembered<V> {
    private final int most;
    private final Map<String, V> entries = new LinkedHashMap<>();

    Remembered(int most) {
        this.most = most;
    }

    void put(String id, V value) {
        entries.remove(id);
        entries.put(id, value);
        if (entries.size() > most) entries.remove(entries.keySet().iterator().next());
    }

    Optional<V> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    Optional<V> take(String id) {
        return Optional.ofNullable(entries.remove(id));
    }
}

package io.deskbell.call;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The other names of calls, each leading to the name a call is kept under. Bounded; not thread safe. */
final class Aliases {
    private static final int MOST = 1_000;
    private static final int MOST_A_REPORT = 10;

    private final Map<String, String> keys = new LinkedHashMap<>();

    void put(String alias, String key) {
        if (alias.equals(key)) return;
        keys.remove(alias);
        keys.put(alias, key);
        if (keys.size() > MOST) keys.remove(keys.keySet().iterator().next());
    }

    void putAll(List<String> aliases, String key) {
        aliases.stream().limit(MOST_A_REPORT).forEach(alias -> put(alias, key));
    }

    /** The names under which the call of this report may be kept, its own first. */
    Stream<String> names(CallReport report) {
        return Stream.concat(Stream.of(report.key().value()), report.aliases().stream().limit(MOST_A_REPORT))
                .map(name -> keys.getOrDefault(name, name));
    }

    void keepOnly(Predicate<String> knownKey) {
        keys.values().removeIf(knownKey.negate());
    }
}

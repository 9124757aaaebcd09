package io.deskbell.source.mqtt;

import io.deskbell.call.CallReport;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was told before: the twin that a second relay, a restart or a lost acknowledgement brings is known by its id,
 * and what the end of its call has overtaken by its moment. Bounded; not thread safe.
 */
final class Delivered {
    private static final int MOST = 2_000;

    private final Map<String, Boolean> ids = bounded();
    private final Map<String, Instant> ends = bounded();
    private final Map<String, Boolean> spokenOf = bounded();
    private final Map<String, Boolean> answered = bounded();

    /** Whether this id is new; it is known from here on. */
    boolean isNew(String id) {
        return ids.put(id, true) == null;
    }

    /** Whether nothing was told of this call since the program started; it has been from here on. */
    boolean isFirstOf(String call) {
        return spokenOf.put(call, true) == null;
    }

    void over(String call, Instant at) {
        ends.put(call, at);
    }

    /** A second relay that was cut off may tell of a call's beginning when its end has long been told. */
    Optional<Instant> endOf(String call) {
        return Optional.ofNullable(ends.get(call));
    }

    /** The desk was told this; a call that was joined with another has the other's name too. */
    void told(CallReport report) {
        for (String name : names(report)) {
            spokenOf.put(name, true);
            if (report.state().isAnswered()) answered.put(name, true);
        }
    }

    boolean wasAnswered(String call) {
        return answered.containsKey(call);
    }

    private static List<String> names(CallReport report) {
        return Stream.concat(Stream.of(report.key().value()), report.aliases().stream()).toList();
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}

package io.deskbell.source.mqtt;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was told before: the twin that a second relay, a restart or a lost acknowledgement brings is known by its id,
 * and what the end of its call has overtaken by its moment. Bounded; not thread safe.
 */
final class Delivered {
    private static final int MOST = 2_000;

    private final Map<String, Boolean> ids = bounded();
    private final Map<String, Instant> ends = bounded();
    private final Map<String, Boolean> spokenOf = bounded();

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
    boolean isBeforeTheEnd(String call, Instant at) {
        Instant end = ends.get(call);
        return end != null && at.isBefore(end);
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

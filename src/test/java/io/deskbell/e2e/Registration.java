package io.deskbell.e2e;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One body that reached Agent Inbox, its fields in the order they came, and when. */
record Registration(Instant at, Map<String, Object> fields) {
    Registration {
        fields = new LinkedHashMap<>(fields);
    }

    String id() {
        return String.valueOf(fields.get("Id"));
    }

    /** The body with a short name for the id, since real phones make up a new one for each call. */
    String describe(String call) {
        Map<String, Object> shown = new LinkedHashMap<>(fields);
        shown.replace("Id", call);
        return shown.toString();
    }
}

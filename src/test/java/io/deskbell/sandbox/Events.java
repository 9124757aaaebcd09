package io.deskbell.sandbox;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Register events for tests: complete ones, to be changed in one place. */
final class Events {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Events() {
    }

    static Map<String, String> fields(String id, String type) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("Id", id);
        fields.put("EventType", type);
        fields.put("PhoneNumber", "+31612345678");
        fields.put("PhoneExtension", type.equals("Transfer") ? "202" : "201");
        fields.put("Direction", "Inbound");
        return fields;
    }

    static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    static String json(Map<String, String> fields) {
        return fields.entrySet().stream().map(f -> "\"" + f.getKey() + "\":\"" + f.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String body(String id, String type) {
        return json(fields(id, type));
    }

    static Received accepted(String id, String type) {
        return received(201, fields(id, type));
    }

    static Received received(int status, Map<String, String> fields) {
        return new Received(NOON, status, "", List.of(), fields, json(fields));
    }
}

package io.deskbell.sandbox;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One register event as it was received, with the answer it got.
 *
 * @param status the HTTP status answered, or {@link #NO_ANSWER}
 * @param words the answer's body, empty for an accepted event
 * @param remarks what is odd about an event that was accepted all the same
 * @param fields the fields of the body that could be read, in its order
 * @param body as it came; empty when the key was wrong
 */
public record Received(Instant at, int status, String words, List<String> remarks, Map<String, String> fields,
                       String body) {
    public static final int NO_ANSWER = 0;

    public Received {
        remarks = List.copyOf(remarks);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    public boolean wasAccepted() {
        return status == 201;
    }

    public Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    boolean is(String eventType) {
        return field("EventType").filter(eventType::equals).isPresent();
    }

    Received remarking(List<String> oddities) {
        return new Received(at, status, words, oddities, fields, body);
    }

    /** Without the number: what was received is printed. */
    @Override
    public String toString() {
        return field("EventType").orElse("unreadable") + " of " + field("Id").orElse("no call") + ": " + status;
    }
}

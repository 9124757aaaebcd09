package io.deskbell;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What once came in from a phone, and what must come out of it.
 *
 * @param customers the list of customers (CSV) that callers are looked up in, line by line; empty for none
 * @param events as {@link ReplayWords} writes them; empty when the recording does not say what must come out
 */
record Recording(RecordingHead head, List<String> customers, List<RecordedInput> inputs,
                 Optional<List<String>> events, Optional<List<String>> registrations) {
    /** All recordings begin on this morning; their times count from here. */
    static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");

    Recording {
        customers = List.copyOf(customers);
        inputs = List.copyOf(inputs);
        events = events.map(List::copyOf);
        registrations = registrations.map(List::copyOf);
    }

    /** The phones it was recorded from, in the order they first speak. */
    List<String> phones() {
        return inputs.stream().map(RecordedInput::phone).distinct().toList();
    }
}

package io.deskbell.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All that was received about one call. What it looks like now follows from what was accepted. Immutable. */
record Conversation(String id, List<Received> events) {
    static final int MOST_EVENTS = 40;

    /** Where a conversation stands. */
    enum State {
        /** Nothing said of it was accepted yet. */
        NOT_ACCEPTED,
        IN_CALL,
        TRANSFERRED,
        ENDED
    }

    Conversation {
        events = List.copyOf(events);
    }

    /** The first event stays and so do the latest: somebody who repeats himself takes no more room than that. */
    Conversation with(Received event) {
        List<Received> more = new ArrayList<>(events);
        if (more.size() >= MOST_EVENTS) more.remove(1);
        more.add(event);
        return new Conversation(id, more);
    }

    /** Delivery is at least once: an Answered repeated after the end does not open the conversation again. */
    State state() {
        if (latest("Disconnected").isPresent()) return State.ENDED;
        if (latest("Transfer").isPresent()) return State.TRANSFERRED;
        return accepted().findAny().isPresent() ? State.IN_CALL : State.NOT_ACCEPTED;
    }

    Optional<Received> first(String eventType) {
        return accepted().filter(event -> event.is(eventType)).findFirst();
    }

    Optional<Received> latest(String eventType) {
        return accepted().filter(event -> event.is(eventType)).reduce((earlier, later) -> later);
    }

    /** A field as first accepted, or as first written while nothing was accepted. */
    Optional<String> field(String name) {
        return Stream.concat(accepted(), events.stream()).flatMap(event -> event.field(name).stream()).findFirst();
    }

    /** What is odd about an event with these fields coming next. */
    List<String> oddities(Map<String, String> next) {
        List<String> odd = new ArrayList<>();
        String type = next.getOrDefault("EventType", "");
        boolean answered = first("Answered").isPresent();
        if (type.equals("Answered") && answered) odd.add("Answered once more");
        if (type.equals("Disconnected") && !answered) odd.add("Disconnected without Answered");
        if (type.equals("Transfer") && !answered) odd.add("Transfer without Answered");
        if (!type.equals("Answered") && state() == State.ENDED) odd.add(type + " after the end");
        for (String name : List.of("PhoneNumber", "Direction")) {
            Optional<String> before = accepted().flatMap(event -> event.field(name).stream()).findFirst();
            if (before.isPresent() && !before.get().equals(next.get(name))) odd.add("another " + name + " than before");
        }
        return odd;
    }

    private Stream<Received> accepted() {
        return events.stream().filter(Received::wasAccepted);
    }
}

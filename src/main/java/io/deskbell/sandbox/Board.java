package io.deskbell.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the page shows: the last conversations, the customers an agent had opened without a call, what could not be told
 * to which call it belongs; and who is looking.
 * A reader gets all there is when it comes and every change after it, none twice and none lost. Thread safe; bounded.
 */
final class Board {
    static final int MOST_CONVERSATIONS = 500;
    static final int MOST_RECEIVED = 2_000;
    static final int MOST_STRAYS = 20;
    static final int MOST_SHOWN = 50;
    static final int MOST_READERS = 30;

    private final Map<String, Conversation> conversations = new LinkedHashMap<>();
    private final Deque<Received> received = new ArrayDeque<>();
    private final Deque<Received> strays = new ArrayDeque<>();
    private final Deque<Shown> shown = new ArrayDeque<>();
    private final Map<String, String> customers = new HashMap<>();
    private final Set<Reader> readers = new HashSet<>();
    private final PageJson json = new PageJson();

    /** Returns what was received with the remarks it earned. */
    synchronized Received take(Received event) {
        Optional<String> id = event.field("Id");
        if (id.isEmpty()) {
            keep(received, event, MOST_RECEIVED);
            keep(strays, event, MOST_STRAYS);
            tellAll("stray", json.of(event));
            return event;
        }
        Conversation before = conversations.getOrDefault(id.get(), new Conversation(id.get(), List.of()));
        Received remarked = event.wasAccepted() ? event.remarking(before.oddities(event.fields())) : event;
        keep(received, remarked, MOST_RECEIVED);
        Conversation now = before.with(remarked);
        conversations.put(now.id(), now);
        if (conversations.size() > MOST_CONVERSATIONS) {
            conversations.remove(conversations.keySet().iterator().next());
        }
        tellAll("conversation", json.of(now, nameOf(now.field("PhoneNumber"))));
        return remarked;
    }

    synchronized void show(Shown request) {
        keep(shown, request, MOST_SHOWN);
        tellAll("shown", json.of(request, nameOf(request.number())));
    }

    synchronized List<Shown> shown() {
        return List.copyOf(shown);
    }

    synchronized void introduce(String number, String name) {
        customers.put(number, name);
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Empty when more pages are open than anybody looks at. */
    synchronized Optional<Reader> join() {
        if (readers.size() >= MOST_READERS) return Optional.empty();
        Reader reader = new Reader();
        List<String> all = new ArrayList<>();
        conversations.values().forEach(conversation ->
                all.add(json.of(conversation, nameOf(conversation.field("PhoneNumber")))));
        List<String> opened = shown.stream().map(one -> json.of(one, nameOf(one.number()))).toList();
        String state = json.state(all, opened, strays.stream().map(json::of).toList(), MOST_CONVERSATIONS);
        reader.tell(message("state", state));
        readers.add(reader);
        return Optional.of(reader);
    }

    synchronized void leave(Reader reader) {
        readers.remove(reader);
    }

    private void tellAll(String kind, String data) {
        readers.forEach(reader -> reader.tell(message(kind, data)));
        readers.removeIf(Reader::isLeaving);
    }

    /** One server-sent event (WHATWG HTML §9.2.6); JSON holds no line break, so one data line is enough. */
    private static String message(String kind, String data) {
        return "event: " + kind + "\ndata: " + data + "\n\n";
    }

    private String nameOf(Optional<String> number) {
        return number.map(known -> customers.getOrDefault(known, "")).orElse("");
    }

    private static <T> void keep(Deque<T> list, T latest, int most) {
        list.addLast(latest);
        if (list.size() > most) list.removeFirst();
    }
}

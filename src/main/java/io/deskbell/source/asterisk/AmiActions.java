package io.deskbell.source.asterisk;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Actions on the connection of the moment, and who waits for their answers. Any thread. */
final class AmiActions {
    private final Map<String, BlockingQueue<AmiMessage>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private volatile Optional<AmiPort> port = Optional.empty();

    /** What came of one action: its answer, and the events that name it. */
    record Asked(String id, BlockingQueue<AmiMessage> answers) {
    }

    void to(AmiPort open) {
        port = Optional.of(open);
    }

    /** Whoever waits hears of it as an empty message. */
    void toNobody() {
        port = Optional.empty();
        waiting.values().forEach(answers -> answers.add(AmiMessage.read("")));
    }

    boolean isConnected() {
        return port.isPresent();
    }

    /** A connection that fails says so when it is read. */
    void send(String action, String id) {
        port.ifPresent(open -> {
            try {
                open.send(Map.of("Action", action, "ActionID", id));
            } catch (IOException lost) {
                port = Optional.empty();
            }
        });
    }

    /** @throws IOException when there is no connection */
    Asked ask(Map<String, String> action) throws IOException {
        String id = "deskbell-ask-" + numbers.incrementAndGet();
        Map<String, String> named = new LinkedHashMap<>(action);
        named.put("ActionID", id);
        Asked asked = new Asked(id, new LinkedBlockingQueue<>());
        waiting.put(id, asked.answers());
        try {
            port.orElseThrow(() -> new IOException("not connected")).send(named);
            return asked;
        } catch (IOException unsent) {
            forget(asked);
            throw unsent;
        }
    }

    void forget(Asked asked) {
        waiting.remove(asked.id());
    }

    /** Hands a message over to whoever waits for it. */
    void came(AmiMessage message) {
        if (waiting.isEmpty()) return;
        BlockingQueue<AmiMessage> answers = waiting.get(message.actionId());
        if (answers != null) answers.add(message);
    }
}

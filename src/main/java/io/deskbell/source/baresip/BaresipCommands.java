package io.deskbell.source.baresip;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;
import io.deskbell.source.PhonePort;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Commands for baresip, on the one connection that it takes: {@code {"command":"dial","params":"...","token":"..."}}.
 * Any thread may dial; the watching thread hands the answers over.
 */
final class BaresipCommands implements Dialer {
    private static final long PATIENCE_SECONDS = 5;

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ArrayBlockingQueue<Boolean>> waiting = new ConcurrentHashMap<>();
    private final AtomicLong dialled = new AtomicLong();
    private volatile Optional<PhonePort> port = Optional.empty();

    void to(PhonePort open) {
        port = Optional.of(open);
    }

    void toNobody() {
        port = Optional.empty();
    }

    /** A command without parameters, which is also its token. A connection that fails says so when it is read. */
    void ask(String command) {
        port.ifPresent(open -> {
            try {
                send(open, Map.of("command", command, "token", command));
            } catch (IOException lost) {
                toNobody();
            }
        });
    }

    /** Looks whether a word is what a dialling thread waits for. */
    void answered(String word) throws JsonProcessingException {
        if (waiting.isEmpty() || !word.contains("\"response\"")) return;
        JsonNode answer = json.readTree(word);
        ArrayBlockingQueue<Boolean> dialling = waiting.remove(answer.path("token").asText());
        if (dialling != null) dialling.offer(answer.path("ok").asBoolean());
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        Optional<PhonePort> open = port;
        if (open.isEmpty()) return new Refused(Reason.of(BaresipReason.NOT_CONNECTED));
        String token = "dial-" + dialled.incrementAndGet();
        ArrayBlockingQueue<Boolean> answer = new ArrayBlockingQueue<>(1);
        waiting.put(token, answer);
        try {
            send(open.get(), Map.of("command", "dial", "params", digits, "token", token));
            Boolean done = answer.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (done == null) return new Refused(Reason.of(BaresipReason.SILENT));
            return done ? new Calling() : new Refused(Reason.of(BaresipReason.NOT_DIALLED));
        } catch (IOException lost) {
            return new Refused(Reason.of(BaresipReason.LOST));
        } finally {
            waiting.remove(token);
        }
    }

    private synchronized void send(PhonePort open, Map<String, String> command) throws IOException {
        open.write(Netstrings.of(json.writeValueAsString(command)));
    }
}

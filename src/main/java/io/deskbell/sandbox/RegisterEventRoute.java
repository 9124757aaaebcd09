package io.deskbell.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code POST /voip/registerevent/{key}}: 201, 400, 401 or 406, or what {@link Mood} says. */
final class RegisterEventRoute {
    static final String PATH = "/voip/registerevent/";
    static final int MOST_BYTES = 64 * 1024;

    private final byte[] apiKey;
    private final Mood mood;
    private final Consumer<Received> onReceived;
    private final Clock clock;
    private final Contract contract = new Contract();

    RegisterEventRoute(String apiKey, Mood mood, Consumer<Received> onReceived, Clock clock) {
        this.apiKey = apiKey.getBytes(StandardCharsets.UTF_8);
        this.mood = mood;
        this.onReceived = onReceived;
        this.clock = clock;
    }

    void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            Answers.text(exchange, 405, "Only POST.");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            exchange.getResponseHeaders().set("Connection", "close");
            Answers.text(exchange, 413, "An event has at most " + MOST_BYTES + " bytes.");
            return;
        }
        answer(exchange, judge(exchange, body, clock.instant()));
    }

    private Received judge(HttpExchange exchange, byte[] body, Instant now) {
        Judgement truth = contract.judge(body);
        String text = new String(body, StandardCharsets.UTF_8);
        Optional<Integer> told = mood.forNextRequest();
        if (told.isPresent()) {
            int status = told.get();
            String words = status < 300 ? "" : "The sandbox was told to say so.";
            return new Received(now, status, words, List.of(), truth.fields(), text);
        }
        if (!hasKey(exchange)) {
            return new Received(now, 401, "The key is wrong.", List.of(), Map.of(), "");
        }
        return new Received(now, truth.status(), truth.words(), List.of(), truth.fields(), text);
    }

    private boolean hasKey(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath(); // Percent escapes read.
        byte[] given = path.substring(Math.min(path.length(), PATH.length())).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, apiKey);
    }

    private void answer(HttpExchange exchange, Received event) throws IOException {
        onReceived.accept(event);
        if (event.status() == Received.NO_ANSWER) return; // Closing without an answer drops the connection.
        if (event.status() == 429 || event.status() == 503) exchange.getResponseHeaders().set("Retry-After", "1");
        Answers.text(exchange, event.status(), event.words());
    }
}

package io.deskbell.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code POST /showcustomer} with key and secret by Basic authentication: 201, 400 or 401 (CM.com, show customer), or
 * what {@link Mood} says. Any secret goes with the right key. Of e-mail address and number one is enough.
 */
final class ShowCustomerRoute {
    static final String PATH = "/showcustomer";
    private static final String E164 = "\\+[1-9][0-9]{5,14}";

    private final ObjectMapper json = new ObjectMapper();
    private final String apiKey;
    private final Mood mood;
    private final Consumer<Shown> onShown;
    private final Clock clock;

    ShowCustomerRoute(String apiKey, Mood mood, Consumer<Shown> onShown, Clock clock) {
        this.apiKey = apiKey;
        this.mood = mood;
        this.onShown = onShown;
        this.clock = clock;
    }

    void handle(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            exchange.getResponseHeaders().set("Allow", "POST");
            Answers.text(exchange, 405, "Only POST.");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(RegisterEventRoute.MOST_BYTES);
        Optional<Integer> told = mood.forNextRequest();
        Shown shown = told.map(status -> Shown.refused(clock.instant(), status, "The sandbox was told to say so."))
                .orElseGet(() -> judge(exchange.getRequestHeaders().getFirst("Authorization"), body));
        onShown.accept(shown);
        if (shown.status() == Received.NO_ANSWER) return;
        Answers.text(exchange, shown.status(), shown.status() < 300 ? "" : shown.words());
    }

    private Shown judge(String authorization, byte[] body) {
        Instant now = clock.instant();
        if (!mayShow(authorization)) return Shown.refused(now, 401, "The key or its secret is wrong.");
        try {
            JsonNode read = json.readTree(body);
            JsonNode customer = read.path("customer");
            Optional<String> number = text(customer, "phone_number");
            Optional<String> email = text(customer, "email_address");
            String wrong = wrong(customer, number, email);
            return new Shown(now, wrong.isEmpty() ? 201 : 400, wrong, text(read, "user_email_address"), number, email,
                    text(customer, "external_identifier"));
        } catch (IOException unreadable) {
            return Shown.refused(now, 400, "The body is not one JSON object.");
        }
    }

    private static String wrong(JsonNode customer, Optional<String> number, Optional<String> email) {
        if (!customer.isObject()) return "customer is missing.";
        if (number.isEmpty() && email.isEmpty()) return "customer has neither email_address nor phone_number.";
        return number.filter(text -> !text.matches(E164)).isPresent()
                ? "phone_number is not an international number such as +31201234567." : "";
    }

    private static Optional<String> text(JsonNode node, String field) {
        return Optional.ofNullable(node.path(field).textValue()).filter(text -> !text.isBlank());
    }

    private boolean mayShow(String authorization) {
        if (authorization == null || !authorization.startsWith("Basic ")) return false;
        try {
            byte[] given = Base64.getDecoder().decode(authorization.substring("Basic ".length()).strip());
            String pair = new String(given, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return 0 < colon && colon < pair.length() - 1
                    && MessageDigest.isEqual(pair.substring(0, colon).getBytes(StandardCharsets.UTF_8),
                            apiKey.getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}

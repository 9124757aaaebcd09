package io.deskbell.relay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.call.Extension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A VoIPGRID call notification, as far as the relay reads it: which call, and whom it names. What it means is read at
 * the desks.
 */
final class Notification {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build()).build());
    private static final String EXTENSION = "[\\p{L}\\p{N}._+*#-]{1,40}";
    private static final int LONGEST_ID = 200;
    private static final List<String> WITHOUT_NUMBERS =
            List.of("version", "call_id", "merged_id", "timestamp", "status", "reason");
    private static final Duration OLDEST = Duration.ofDays(1);
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final JsonNode told;
    private final String body;

    private Notification(JsonNode told, String body) {
        this.told = told;
        this.body = body;
    }

    /** @throws IllegalArgumentException in words without what was told */
    static Notification read(byte[] body) {
        try {
            JsonNode told = JSON.readTree(body);
            if (told == null || !told.isObject()) throw new IllegalArgumentException("not a JSON object");
            String id = told.path("call_id").asText("");
            if (id.isBlank() || id.length() > LONGEST_ID) throw new IllegalArgumentException("call_id is missing");
            if (told.path("status").asText("").isBlank()) throw new IllegalArgumentException("status is missing");
            return new Notification(told, new String(body, StandardCharsets.UTF_8));
        } catch (IOException notJson) {
            throw new IllegalArgumentException("not the JSON of a call notification", notJson);
        }
    }

    /** The same for the same words, whichever relay heard them. */
    String digest() {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String call() {
        return told.path("call_id").asText();
    }

    /** The call's names: two when calls were joined. */
    List<String> ids() {
        String merged = told.path("merged_id").asText("");
        boolean one = merged.isBlank() || merged.length() > LONGEST_ID || merged.equals(call());
        return one ? List.of(call()) : List.of(call(), merged);
    }

    /** On the platform, at nobody's desk yet. */
    boolean isOfNobody() {
        return told.path("status").asText().equals("created");
    }

    boolean isOver() {
        return told.path("status").asText().equals("ended");
    }

    /** The platform's own moment, unless that cannot be. */
    Instant at(Instant received) {
        try {
            Instant said = OffsetDateTime.parse(told.path("timestamp").asText("")).toInstant();
            boolean possible = said.isAfter(received.minus(OLDEST)) && said.isBefore(received.plus(SKEW));
            return possible ? said : received;
        } catch (DateTimeException none) {
            return received;
        }
    }

    /** Everybody with an account or an internal number that it names. */
    Set<Extension> named() {
        JsonNode destination = told.path("destination");
        Stream<JsonNode> parties = Stream.concat(
                Stream.of(told.path("caller"), told.path("redirector"), destination.path("target")),
                elements(destination.path("targets")));
        Set<Extension> named = new LinkedHashSet<>();
        parties.forEach(party -> Stream.concat(Stream.of(party.path("account_number")),
                elements(party.path("user_numbers"))).flatMap(number -> extension(number).stream())
                .forEach(named::add));
        return named;
    }

    String body() {
        return body;
    }

    /** For desks that it may not concern. */
    String withoutNumbers() {
        ObjectNode less = JSON.createObjectNode();
        WITHOUT_NUMBERS.stream().filter(told::hasNonNull).forEach(field -> less.set(field, told.path(field)));
        return less.toString();
    }

    private static Optional<Extension> extension(JsonNode number) {
        String text = number.isNull() ? "" : number.asText("").strip();
        return text.matches(EXTENSION) ? Optional.of(new Extension(text)) : Optional.empty();
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }
}

package io.deskbell.sandbox;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The register-event contract of Agent Inbox, read strictly: what the page of CM.com leaves open is refused here, so
 * that a companion which passes here keeps to what is documented. Words never repeat a caller's number.
 */
final class Contract {
    private static final List<String> REQUIRED = List.of("Id", "EventType", "PhoneNumber", "PhoneExtension",
            "Direction");
    private static final Set<String> EVENT_TYPES = Set.of("Answered", "Disconnected", "Transfer");
    private static final Set<String> DIRECTIONS = Set.of("Inbound", "Outbound");
    /** ITU-T E.164 §6: at most fifteen digits, none of them a leading zero. */
    private static final String E164 = "\\+[1-9][0-9]{5,14}";

    private final ObjectReader json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build().readerFor(JsonNode.class);

    Judgement judge(byte[] body) {
        JsonNode read;
        try {
            read = json.readValue(body);
        } catch (IOException unreadable) {
            return Judgement.malformed("The body is not one JSON object.", Map.of());
        }
        if (!read.isObject()) return Judgement.malformed("The body is not one JSON object.", Map.of());
        List<String> unusable = new ArrayList<>();
        Map<String, String> fields = new LinkedHashMap<>();
        read.properties().forEach(field -> {
            if (field.getValue().isTextual() && !field.getValue().textValue().isBlank()) {
                fields.put(field.getKey(), field.getValue().textValue());
            } else {
                unusable.add(field.getKey() + " is " + kind(field.getValue()));
            }
        });
        if (!unusable.isEmpty()) {
            String all = String.join(", ", unusable);
            return Judgement.malformed(all + "; leave out what has no value, all else is a string.", fields);
        }
        return judge(fields);
    }

    private static Judgement judge(Map<String, String> fields) {
        List<String> missing = REQUIRED.stream().filter(name -> !fields.containsKey(name)).toList();
        if (!missing.isEmpty()) return Judgement.malformed(String.join(", ", missing) + " is missing.", fields);
        if (!EVENT_TYPES.contains(fields.get("EventType"))) {
            return Judgement.malformed("EventType is none of Answered, Disconnected, Transfer.", fields);
        }
        if (!DIRECTIONS.contains(fields.get("Direction"))) {
            return Judgement.malformed("Direction is neither Inbound nor Outbound.", fields);
        }
        if (fields.containsKey("FilterField") != fields.containsKey("FilterValue")) {
            return Judgement.malformed("FilterField and FilterValue come together or not at all.", fields);
        }
        return unacceptableNumber(fields)
                .map(name -> Judgement.unacceptable(name + " is not an international number such as +31201234567.",
                        fields))
                .orElseGet(() -> Judgement.accepted(fields));
    }

    private static Optional<String> unacceptableNumber(Map<String, String> fields) {
        return List.of("PhoneNumber", "PhoneReferrer").stream()
                .filter(name -> fields.containsKey(name) && !fields.get(name).matches(E164))
                .findFirst();
    }

    private static String kind(JsonNode value) {
        if (value.isNull()) return "null";
        if (value.isTextual()) return "empty";
        return switch (value.getNodeType()) {
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            default -> "an object";
        };
    }
}

package io.deskbell.source.xelion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One message of the websocket. How notifications are wrapped is not documented, so the parts are looked for:
 *
 * <pre>
 * {"updateType":"insert","version":42,"activeChannel":{...}}      ActiveChannelEvent, perhaps inside an object
 * {"notificationType":"callTransferredEvent", ...}                the others by their name
 * </pre>
 *
 * @param texts all there are in it, for ids whose field nobody documents
 */
record Notification(Type type, JsonNode node, List<String> texts) {
    private static final int DEEPEST = 20;
    private static final int MOST_TEXTS = 200;
    private static final List<String> TYPE_FIELDS =
            List.of("notificationType", "messageType", "eventType", "objectType", "type");
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS) // As masked recordings have them.
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build()).build());

    /** What it is about. */
    enum Type {
        CHANNEL, TRANSFERRED, TWIN_TRANSFERRED, MISSED, ECHO, OTHER
    }

    /** Empty where it is not JSON, or not all of it. */
    static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException half) {
            return Optional.empty();
        }
    }

    /** One text as JSON: in quotes, with escapes. */
    static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }

    static ObjectMapper mapper() {
        return JSON;
    }

    static Notification of(JsonNode whole) {
        List<String> texts = new ArrayList<>();
        collect(whole, texts);
        JsonNode channel = whole.findParent("activeChannel");
        if (channel != null) return new Notification(Type.CHANNEL, channel, texts);
        return new Notification(TYPE_FIELDS.stream().flatMap(field -> whole.findValuesAsText(field).stream())
                .map(Notification::type).filter(type -> type != Type.OTHER).findFirst().orElse(Type.OTHER), whole,
                texts);
    }

    /** What stands in fields that are named for a number. */
    List<String> numbers() {
        List<String> found = new ArrayList<>();
        collectNumbers(node, found);
        return found;
    }

    private static void collectNumbers(JsonNode node, List<String> found) {
        node.properties().forEach(field -> {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            boolean number = field.getValue().isValueNode() && (name.contains("number") || name.contains("extension"));
            if (number && found.size() < MOST_TEXTS) found.add(field.getValue().asText());
        });
        node.forEach(inner -> collectNumbers(inner, found));
    }

    private static Type type(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "calltransferredevent" -> Type.TRANSFERRED;
            case "twintransferredevent" -> Type.TWIN_TRANSFERRED;
            case "missedcallevent" -> Type.MISSED;
            case "test" -> Type.ECHO;
            default -> Type.OTHER;
        };
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (texts.size() >= MOST_TEXTS) return;
        if (node.isValueNode() && !node.isNull()) texts.add(node.asText());
        else node.forEach(inner -> collect(inner, texts));
    }
}

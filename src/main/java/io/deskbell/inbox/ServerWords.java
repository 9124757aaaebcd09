package io.deskbell.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks in an answer for what is of use. The documentation describes no body for any answer (CM.com, VoIP), so nothing
 * is expected and anything is borne.
 */
final class ServerWords {
    private static final List<String> ID_NAMES = List.of("conversationId", "ConversationId", "id", "Id");
    private static final List<String> MESSAGE_NAMES =
            List.of("message", "Message", "error", "Error", "detail", "Detail", "title", "Title");
    /** An id ends up in an address: letters, digits and a few marks. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final Pattern TAG = Pattern.compile("(?s)<(script|style)\\b.*?</\\1>|<[^>]*>");

    private final ObjectMapper json;

    ServerWords(ObjectMapper json) {
        this.json = json;
    }

    /** @param callId a server that only repeats our own id has not named a conversation */
    Optional<String> conversationId(String body, Optional<String> location, String callId) {
        JsonNode root = tree(body);
        Stream<String> named = ID_NAMES.stream().map(root::path).filter(JsonNode::isValueNode).map(JsonNode::asText);
        return Stream.concat(named, location.map(ServerWords::lastPart).stream())
                .filter(id -> ID.matcher(id).matches())
                .filter(id -> !id.equals(callId) && !id.equals("null"))
                .findFirst();
    }

    /** The message in it, or all of it; not cleaned yet. */
    String message(String body) {
        JsonNode root = tree(body);
        return MESSAGE_NAMES.stream().map(root::path).filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(text -> !text.isBlank()).findFirst()
                .orElseGet(() -> TAG.matcher(body).replaceAll(" "));
    }

    private JsonNode tree(String body) {
        if (!body.stripLeading().startsWith("{")) return MissingNode.getInstance();
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String lastPart(String location) {
        String path = location.replaceAll("[?#].*", "").replaceAll("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

package io.deskbell.source.threecx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.regex.Pattern;

/**
 * What the websocket says: that something changed or is gone, and its address; never how it stands.
 *
 * <pre>
 * {"sequence":15,"event":{"event_type":0,"entity":"/callcontrol/100/participants/7","attached_data":null}}
 * </pre>
 *
 * @param path of a participant, where it is about one
 */
record Notice(Kind kind, String path) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARTICIPANT = Pattern.compile("/callcontrol/[^/]+/participants/\\d+");

    /** 2 (a key was pressed), 4 (the answer to a request) and what later versions may add are nothing to us. */
    enum Kind { UPSERT, REMOVE, OTHER, UNREADABLE }

    static Notice read(String text) {
        try {
            JsonNode event = JSON.readTree(text).path("event");
            String path = event.path("entity").asText();
            if (event.isMissingNode()) return new Notice(Kind.UNREADABLE, "");
            if (!PARTICIPANT.matcher(path).matches()) return new Notice(Kind.OTHER, "");
            return new Notice(switch (event.path("event_type").asInt(-1)) {
                case 0 -> Kind.UPSERT;
                case 1 -> Kind.REMOVE;
                default -> Kind.OTHER;
            }, path);
        } catch (JsonProcessingException half) {
            return new Notice(Kind.UNREADABLE, "");
        }
    }
}

package io.deskbell.sandbox;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** How conversations are written for the page; one line, never a line break. */
final class PageJson {
    private final JsonMapper mapper = new JsonMapper();

    String of(Conversation conversation, String name) {
        ObjectNode node = mapper.createObjectNode();
        node.put("id", conversation.id());
        node.put("state", conversation.state().name());
        node.put("number", conversation.field("PhoneNumber").orElse(""));
        node.put("name", name);
        node.put("extension", conversation.field("PhoneExtension").orElse(""));
        node.put("transferredTo", word(conversation.latest("Transfer"), "PhoneExtension"));
        node.put("direction", conversation.field("Direction").orElse(""));
        node.put("referrer", conversation.field("PhoneReferrer").orElse(""));
        node.put("filterField", conversation.field("FilterField").orElse(""));
        node.put("filterValue", conversation.field("FilterValue").orElse(""));
        node.put("firstAt", conversation.events().getFirst().at().toString());
        node.put("answeredAt", moment(conversation.first("Answered")));
        node.put("endedAt", moment(conversation.latest("Disconnected").or(() -> conversation.latest("Transfer"))));
        conversation.events().forEach(event -> node.withArray("events").add(node(event)));
        return node.toString();
    }

    String of(Received event) {
        return node(event).toString();
    }

    String of(Shown request, String name) {
        ObjectNode node = mapper.createObjectNode();
        node.put("at", request.at().toString()).put("status", request.status()).put("words", request.words());
        node.put("agent", request.agent().orElse("")).put("name", name).put("number", request.number().orElse(""));
        node.put("email", request.email().orElse("")).put("identifier", request.identifier().orElse(""));
        return node.toString();
    }

    /** The parts are written already. */
    String state(List<String> conversations, List<String> shown, List<String> strays, int most) {
        return "{\"most\":" + most + ",\"conversations\":[" + String.join(",", conversations) + "],\"shown\":["
                + String.join(",", shown) + "],\"strays\":[" + String.join(",", strays) + "]}";
    }

    private ObjectNode node(Received event) {
        ObjectNode node = mapper.createObjectNode();
        node.put("at", event.at().toString());
        node.put("type", event.field("EventType").orElse(""));
        node.put("extension", event.field("PhoneExtension").orElse(""));
        node.put("status", event.status());
        node.put("words", event.words());
        node.put("body", event.body());
        event.remarks().forEach(remark -> node.withArray("remarks").add(remark));
        return node;
    }

    private static String word(Optional<Received> event, String field) {
        return event.flatMap(e -> e.field(field)).orElse("");
    }

    private static String moment(Optional<Received> event) {
        return event.map(e -> e.at().toString()).orElse("");
    }
}

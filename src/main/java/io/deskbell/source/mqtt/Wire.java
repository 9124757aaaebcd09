package io.deskbell.source.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.call.CallReport;
import io.deskbell.source.mqtt.Letter.Envelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Letters and the relays' standing as JSON, both ways. {@value #VERSION} is raised when an older desk would
 * misunderstand; fields may be added without that. Thread safe.
 */
public final class Wire {
    static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20).build()).build());

    private Wire() {
    }

    public static byte[] bytes(Letter letter) {
        ObjectNode json = head(letter.envelope());
        switch (letter) {
            case Letter.Told told -> json.put("kind", "told").put("by", told.by()).put("call", told.call())
                    .put("over", told.over()).put("body", told.body());
            case Letter.Reported reported -> json.put("kind", "report").set("report",
                    ReportJson.write(reported.report()));
            case Letter.Calls calls -> {
                ArrayNode all = json.put("kind", "calls").putArray("reports");
                calls.reports().forEach(report -> all.add(ReportJson.write(report)));
            }
            case Letter.LineUp up -> json.put("kind", "line-up");
        }
        return bytes(json);
    }

    public static byte[] bytes(RelayStatus status) {
        ObjectNode json = head(new Envelope("", status.relay(), status.at()));
        json.put("kind", "status").put("state", status.state().name().toLowerCase(java.util.Locale.ROOT));
        if (!status.why().isEmpty()) json.put("why", status.why());
        return bytes(json);
    }

    /**
     * Empty for what only a later version knows.
     *
     * @throws IllegalArgumentException when it is no letter
     */
    public static Optional<Letter> letter(String text) {
        JsonNode json = json(text);
        if (json.path("v").asInt() > VERSION) return Optional.empty();
        Envelope envelope = new Envelope(json.path("id").asText(""), json.path("from").asText(""),
                ReportJson.moment(json.path("at").asText("")));
        return switch (json.path("kind").asText("")) {
            case "told" -> Optional.of(new Letter.Told(envelope, json.path("by").asText(""),
                    json.path("call").asText(""), json.path("over").asBoolean(), json.path("body").asText("")));
            case "report" -> Optional.of(new Letter.Reported(envelope, ReportJson.read(json.path("report"))));
            case "calls" -> {
                List<CallReport> reports = new ArrayList<>();
                json.path("reports").forEach(report -> reports.add(ReportJson.read(report)));
                yield Optional.of(new Letter.Calls(envelope, reports));
            }
            case "line-up" -> Optional.of(new Letter.LineUp(envelope));
            default -> Optional.empty();
        };
    }

    /** @throws IllegalArgumentException when it is nothing of a relay's */
    public static RelayStatus status(String text) {
        JsonNode json = json(text);
        RelayStatus.State state = switch (json.path("state").asText("")) {
            case "here" -> RelayStatus.State.HERE;
            case "lost" -> RelayStatus.State.LOST;
            default -> RelayStatus.State.GONE;
        };
        return new RelayStatus(json.path("from").asText(""), state, json.path("why").asText(""),
                ReportJson.moment(json.path("at").asText("")));
    }

    private static ObjectNode head(Envelope envelope) {
        return JSON.createObjectNode().put("v", VERSION).put("id", envelope.id()).put("from", envelope.from())
                .put("at", envelope.at().toString());
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static JsonNode json(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            if (json != null && json.isObject()) return json;
        } catch (IOException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
        throw new IllegalArgumentException("not a JSON object");
    }
}

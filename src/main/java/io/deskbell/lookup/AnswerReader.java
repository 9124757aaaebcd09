package io.deskbell.lookup;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deskbell.config.LookupSettings;
import java.util.List;
import java.util.Optional;

/**
 * Reads the answer of the address that was asked: JSON where it is said where value and name stand in it, else text. A
 * list of one customer is that customer, a list of several is nobody. Thread safe.
 */
final class AnswerReader {
    private final ObjectMapper json = new ObjectMapper();
    private final Optional<JsonPointer> value;
    private final Optional<JsonPointer> name;

    AnswerReader(LookupSettings.Web settings) {
        value = settings.value().map(AnswerReader::pointer);
        name = settings.name().map(AnswerReader::pointer);
    }

    /** @param host for the words of a fault */
    Answer read(String body, String host) {
        if (body.isBlank()) return new Answer.Told(Found.NOTHING);
        if (body.stripLeading().startsWith("<")) return new Answer.Fault(LookupReason.PAGE.of(host));
        return value.isEmpty() && name.isEmpty() ? plain(body, host) : structured(body, host);
    }

    private static Answer plain(String body, String host) {
        List<String> lines = body.strip().lines().map(String::strip).toList();
        return told(Optional.of(lines.getFirst()), lines.stream().skip(1).findFirst(), host);
    }

    private Answer structured(String body, String host) {
        try {
            JsonNode root = json.readTree(body);
            if (root.isArray()) root = root.size() == 1 ? root.get(0) : json.nullNode();
            JsonNode whole = root;
            return told(value.flatMap(at -> text(whole.at(at))), name.flatMap(at -> text(whole.at(at))), host);
        } catch (JsonProcessingException notJson) {
            return new Answer.Fault(LookupReason.NOT_JSON.of(host));
        }
    }

    private static Answer told(Optional<String> value, Optional<String> name, String host) {
        boolean fit = value.map(String::strip).filter(text -> !Found.isFit(text)).isEmpty();
        return fit ? new Answer.Told(new Found(value, name)) : new Answer.Fault(LookupReason.UNFIT.of(host));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** A field's name stands for the pointer to it (RFC 6901). */
    private static JsonPointer pointer(String written) {
        return JsonPointer.compile(written.startsWith("/") ? written
                : "/" + written.replace("~", "~0").replace("/", "~1"));
    }
}

package io.deskbell.source.threecx;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How it stands at one moment: the answer to {@code GET /callcontrol}, a list of {dn, type, devices[],
 * participants[]}.
 *
 * @param extensions the API client was given, each with its calls or without
 */
record State(Set<String> extensions, List<Participant> parts, Instant serverTime) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS).build(); // As masked recordings have them.

    /** Empty for half an answer, or what is none. */
    static Optional<State> read(String body, Instant serverTime) {
        Optional<JsonNode> list = json(body).filter(JsonNode::isArray);
        return list.map(all -> {
            Set<String> extensions = new LinkedHashSet<>();
            List<Participant> parts = new ArrayList<>();
            all.forEach(one -> {
                extensions.add(one.path("dn").asText());
                one.path("participants").forEach(part -> Participant.of(part).ifPresent(parts::add));
            });
            return new State(extensions, parts, serverTime);
        });
    }

    static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException half) {
            return Optional.empty();
        }
    }
}

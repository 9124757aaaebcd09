package io.deskbell.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deskbell.call.Extension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom each call concerns: all that any notification of it has named. The broker holds the same as retained messages,
 * which this is filled from after a restart, and by which relays learn from each other. Bounded; not thread safe.
 */
final class Routes {
    /** A call lasts no longer. */
    static final Duration LIFE = Duration.ofHours(12);
    /** What may still be said of a call that is over. */
    static final Duration AFTERMATH = Duration.ofMinutes(10);
    private static final int MOST = 50_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Set<Extension>> routes = new LinkedHashMap<>();

    /** @param extensions that the relay had not known of */
    record Learnt(String call, Set<Extension> extensions) {
    }

    boolean knows(String call) {
        return routes.containsKey(call);
    }

    Set<Extension> of(String call) {
        return routes.getOrDefault(call, Set.of());
    }

    /** All whom a notification of these names and extensions concerns; the names are of one call from here on. */
    Set<Extension> concern(List<String> ids, Set<Extension> named) {
        Set<Extension> all = new LinkedHashSet<>(named);
        ids.forEach(id -> all.addAll(of(id)));
        ids.forEach(id -> put(id, all));
        return all;
    }

    /** Takes what a relay has put at the broker; empty when it is nothing new. */
    Optional<Learnt> learn(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            String call = json.path("call").asText("");
            Set<Extension> said = new LinkedHashSet<>();
            json.path("extensions").forEach(one -> said.add(new Extension(one.asText())));
            if (call.isBlank()) return Optional.empty();
            Set<Extension> news = new LinkedHashSet<>(said);
            news.removeAll(of(call));
            if (news.isEmpty()) return Optional.empty();
            said.addAll(of(call));
            put(call, said);
            return Optional.of(new Learnt(call, news));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** As it stands at the broker. */
    static byte[] bytes(String call, Collection<Extension> extensions) {
        ObjectNode json = JSON.createObjectNode().put("v", 1).put("call", call);
        ArrayNode all = json.putArray("extensions");
        extensions.forEach(extension -> all.add(extension.digits()));
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void put(String call, Set<Extension> extensions) {
        routes.remove(call); // So that the ones longest unheard of come first.
        routes.put(call, Set.copyOf(extensions));
        if (routes.size() > MOST) routes.remove(routes.keySet().iterator().next());
    }
}

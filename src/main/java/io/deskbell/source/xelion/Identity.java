package io.deskbell.source.xelion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which ends of calls are the agent's own: Xelion lists those of the whole company. Not thread safe. */
final class Identity {
    private final Set<String> phones = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param phones the agent's, as Xelion names them
     * @param user the name the agent logs in with
     */
    Identity(Collection<String> phones, String user) {
        phones.forEach(phone -> this.phones.add(phone.strip()));
        if (!user.isBlank()) names.add(user.strip());
    }

    /** Of what {@code me/info} answers no more than what {@link #learn} reads: the rest is nobody's business. */
    static String names(JsonNode info) {
        ObjectNode kept = Notification.mapper().createObjectNode();
        ObjectNode user = kept.putObject("object");
        for (JsonNode node : List.of(info.path("object"), info.path("object").path("person"))) {
            boolean person = node != info.path("object");
            for (String field : List.of("commonName", "userName")) {
                String name = Channel.text(node, field);
                if (!name.isEmpty()) (person ? user.withObject("/person") : user).put(field, name);
            }
        }
        return kept.toString();
    }

    /** Takes the person's name from {@code me/info}: channels carry that, not the log-in. */
    void learn(JsonNode info) {
        JsonNode user = info.path("object");
        for (JsonNode node : List.of(user, user.path("person"))) {
            for (String field : List.of("commonName", "userName")) {
                String name = Channel.text(node, field);
                if (!name.isEmpty()) names.add(name);
            }
        }
    }

    /** Where the agent's phones are named, those and no others; else whose phone it is decides. */
    boolean owns(Channel channel) {
        if (!phones.isEmpty()) return phones.contains(channel.phone());
        return channel.user().isEmpty() ? isName(channel.name()) : isName(channel.user());
    }

    boolean isName(String name) {
        return names.contains(name);
    }

    /** For people. */
    String described() {
        return String.join(", ", phones.isEmpty() ? names : phones);
    }
}

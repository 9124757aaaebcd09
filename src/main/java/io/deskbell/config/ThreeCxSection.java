package io.deskbell.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code [3cx]}. */
final class ThreeCxSection {
    static final List<Key> KEYS = List.of(
            Keys.key("3cx", "url", "", "https://pbx.example.com",
                    "The 3CX of version 20, as its web client is opened.",
                    "Wants a licence Enterprise or AI, and an API client with Call Control access. Its key sees and",
                    "dials for every extension listed there: for more than a few desks use a relay."),
            Keys.key("3cx", "client_id", "", "900", "The id of the API client, made at Admin > Integrations > API."),
            Keys.key("3cx", "client_secret", "", "", "Its key, shown there once. Treat it as a password.",
                    "Left empty: the one stored with: deskbell secret set 3cx.client_secret"),
            Keys.key("3cx", "dn", "", "201", "The extension at 3CX. Left out: the agent's extension."),
            Keys.key("3cx", "queues", "", "800 +31201234567, 810 +31207654321",
                    "The number customers dial for each queue, for the web store in Agent Inbox:",
                    "3CX does not tell it."),
            Keys.key("3cx", "dial", "no", "", "yes: numbers are dialled from the computer.",
                    "3CX rings the agent's phone first.")
                    .oneOf("yes", "no"),
            Keys.key("3cx", "device", "", "", "The phone that dials, where the extension has several,",
                    "as deskbell doctor lists them. Left out: 3CX chooses."),
            Keys.record("3cx"), Keys.recordMasked("3cx"));
    private static final String SECTION = "3cx";

    private final ConfigReader reader;

    ThreeCxSection(ConfigReader reader) {
        this.reader = reader;
    }

    ThreeCxSettings read(String extension) {
        String url = reader.text(SECTION, "url").replaceAll("/+$", "");
        if (url.isEmpty()) reader.missing(SECTION, "url", "the telephone system, such as https://pbx.example.com");
        else if (!ServerAddress.isOne(url)) {
            reader.wrong(SECTION, "url", "not an address such as https://pbx.example.com; http:// only for this"
                    + " computer itself, for the key travels with every question");
        }
        String id = reader.text(SECTION, "client_id");
        if (id.isEmpty()) reader.missing(SECTION, "client_id", "the id of the API client, such as 900");
        String dn = reader.optional(SECTION, "dn").orElse(extension);
        if (!dn.matches("[A-Za-z0-9*#]+")) reader.wrong(SECTION, "dn", "not an extension of 3CX such as 201");
        return new ThreeCxSettings(url, id, new Secret(reader.text(SECTION, "client_secret")), dn, queues(),
                reader.optional(SECTION, "device"), reader.yes(SECTION, "dial"));
    }

    private Map<String, String> queues() {
        Map<String, String> queues = new LinkedHashMap<>();
        for (String pair : reader.list(SECTION, "queues")) {
            String[] words = pair.split("\\s+");
            boolean whole = words.length == 2 && words[0].matches("[0-9]{1,8}") && words[1].matches("\\+?[0-9]{6,20}");
            if (whole) queues.put(words[0], words[1]);
            else reader.wrong(SECTION, "queues", "not queues and numbers such as 800 +31201234567, 810 +31207654321");
        }
        return queues;
    }
}

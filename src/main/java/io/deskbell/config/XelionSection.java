package io.deskbell.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads {@code [xelion]}, and knows its keys. */
final class XelionSection {
    static final List<Key> KEYS = List.of(
            Keys.key("xelion", "url", "", "https://xelion.example.com", "The Xelion server, as for its own app."),
            Keys.key("xelion", "tenant", "master", "", "The tenant; master unless your supplier names another."),
            Keys.key("xelion", "user", "", "agent1", "The agent's own user name. No administrator is needed."),
            Keys.key("xelion", "password", "", "", "The password for that.",
                    "Left empty: the one stored with: deskbell secret set xelion.password"),
            Keys.key("xelion", "user_space", "", "deskbell-agent1-PC12", "Tells this session of the user from others.",
                    "Left out: made of the user and this computer. Never the same on two computers."),
            Keys.key("xelion", "app_key", "", "", "The key of the app, where the supplier demands one.",
                    "Left empty: the one stored with: deskbell secret set xelion.app_key"),
            Keys.key("xelion", "phone", "", "a101", "The agent's own phones as Xelion names them, for where the user's",
                    "name does not tell (a phone that several share). Left out: by the user's name."),
            Keys.key("xelion", "device_number", "", "101", "The number of the agent's phone: registered as this",
                    "session's device, so that callers' numbers are told at once and numbers can be dialled.",
                    "Left out: callers' numbers come from the list of recent calls, a moment later."),
            Keys.key("xelion", "certificate", "", "", "PEM file with the certificates to trust instead of the",
                    "computer's own, for a server with a certificate of its own making."),
            Keys.key("xelion", "dial", "no", "", "yes: numbers are dialled from the computer through Xelion.")
                    .oneOf("yes", "no"),
            Keys.record("xelion"), Keys.recordMasked("xelion"));

    private static final int LONGEST_SPACE = 200; // Xelion's own bound.

    private final ConfigReader reader;

    XelionSection(ConfigReader reader) {
        this.reader = reader;
    }

    XelionSettings read() {
        String url = reader.text("xelion", "url").replaceAll("/+$", "");
        if (url.isEmpty()) reader.missing("xelion", "url", "the Xelion server, such as https://xelion.example.com");
        else if (!ServerAddress.isOne(url)) {
            reader.wrong("xelion", "url", "not the address of a server such as https://xelion.example.com; http://"
                    + " only for this computer itself, for the password goes there");
        }
        String tenant = reader.text("xelion", "tenant");
        if (!tenant.matches("[A-Za-z0-9._-]+")) reader.wrong("xelion", "tenant", "not a tenant's name such as master");
        String user = reader.text("xelion", "user");
        if (user.isEmpty()) reader.missing("xelion", "user", "the agent's user name at Xelion");
        Optional<String> space = reader.optional("xelion", "user_space");
        if (space.filter(text -> text.length() > LONGEST_SPACE).isPresent()) {
            reader.wrong("xelion", "user_space", "longer than " + LONGEST_SPACE + " characters");
        }
        Optional<String> device = reader.optional("xelion", "device_number");
        if (device.filter(text -> !text.matches("\\+?[0-9]+")).isPresent()) {
            reader.wrong("xelion", "device_number", "not a number such as 101 or +31151234567");
        }
        Optional<Path> certificate = reader.optional("xelion", "certificate").map(Path::of);
        if (certificate.filter(file -> !Files.isReadable(file)).isPresent()) {
            reader.wrong("xelion", "certificate", "no such file, or this user may not read it");
        }
        return new XelionSettings(url, tenant, user, new Secret(reader.text("xelion", "password")), space,
                new Secret(reader.text("xelion", "app_key")), reader.list("xelion", "phone"), device, certificate,
                reader.yes("xelion", "dial"));
    }
}

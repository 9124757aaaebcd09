package io.deskbell.config;

import io.deskbell.config.VoipgridSettings.Login;
import io.deskbell.config.VoipgridSettings.Numbering;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code [voipgrid]}. */
final class VoipgridSection {
    private static final String SECTION = "voipgrid";

    static final List<Key> KEYS = List.of(
            Keys.key(SECTION, "url", "https://partner.voipgrid.nl", "",
                    "The platform of Voys and the other brands of VoIPGRID."),
            Keys.key(SECTION, "user", "", "agent@example.com", "The e-mail address the agent logs in with there."),
            Keys.key(SECTION, "token", "", "", "The agent's API token (at the platform: personal settings).",
                    "Left empty: the one stored with: deskbell secret set voipgrid.token"),
            Keys.key(SECTION, "login", "token", "", "What stands in token: token, or password for the agent's",
                    "password, which the platform takes too.")
                    .oneOf("token", "password"),
            Keys.key(SECTION, "extension", "either", "user", "Which number of a colleague's is the extension that",
                    "Agent Inbox knows. account: of the telephone (account_number in the notifications).",
                    "user: of the person (user_numbers). either: in whichever the agent's own extension is found.")
                    .oneOf("either", "account", "user"),
            Keys.key(SECTION, "account", "", "123450042",
                    "The id of the agent's telephone account, for deskbell doctor.",
                    "Left out: the account with the agent's extension as its internal number."),
            Keys.key(SECTION, "dial", "yes", "",
                    "yes: numbers are dialled from the computer through the platform. It rings the agent's telephone;",
                    "when that is picked up, it calls the number. Calls dialled here are the calls this source sees.")
                    .oneOf("yes", "no"),
            Keys.record(SECTION), Keys.recordMasked(SECTION));

    private final ConfigReader reader;

    VoipgridSection(ConfigReader reader) {
        this.reader = reader;
    }

    /** @param sources those there are; the log-in is asked for only where it is needed */
    Optional<VoipgridSettings> read(List<String> sources) {
        boolean isSource = sources.contains(SECTION);
        boolean isTold = sources.contains("intake") || sources.contains("mqtt");
        if (!isSource && !isTold) return Optional.empty();
        String url = reader.text(SECTION, "url").replaceAll("/+$", "");
        if (ConfigReader.web(url).isEmpty()) {
            reader.wrong(SECTION, "url", "not an address such as https://partner.voipgrid.nl");
        }
        String user = reader.text(SECTION, "user");
        Secret secret = new Secret(reader.text(SECTION, "token"));
        if (isSource && user.isEmpty()) reader.missing(SECTION, "user", "the e-mail address the agent logs in with");
        if (isSource && secret.isEmpty()) reader.missing(SECTION, "token", "the agent's API token");
        if (!user.matches("[^\\s:]*")) reader.wrong(SECTION, "user", "not an e-mail address");
        return Optional.of(new VoipgridSettings(url, user, secret,
                choice("login", List.of("token", "password")).map(Login::valueOf).orElse(Login.TOKEN),
                choice("extension", List.of("either", "account", "user")).map(Numbering::valueOf)
                        .orElse(Numbering.EITHER),
                reader.optional(SECTION, "account"), reader.yes(SECTION, "dial")));
    }

    private Optional<String> choice(String key, List<String> choices) {
        return reader.oneOf(SECTION, key, choices).map(word -> word.toUpperCase(Locale.ROOT));
    }
}

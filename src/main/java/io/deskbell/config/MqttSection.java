package io.deskbell.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code [mqtt]}, and the same keys of a broker where another section has them. */
final class MqttSection {
    private static final Pattern SERVER = Pattern.compile(
            "(?i)(mqtts?://)?([A-Za-z0-9][A-Za-z0-9._-]*|\\[[0-9a-f:.]+])(?::([0-9]{1,5}))?/?");
    private static final int SAFE_PORT = 8883;
    private static final int PLAIN_PORT = 1883;
    private static final int MOST_PORT = 65_535;

    private final ConfigReader reader;

    MqttSection(ConfigReader reader) {
        this.reader = reader;
    }

    MqttSettings read(String extension) {
        BrokerSettings broker = broker("mqtt", extension, "certificate");
        return new MqttSettings(broker, Duration.ofHours(reader.number("mqtt", "away", 1, 720, "a number of hours")));
    }

    /**
     * @param assumedUser where none is written
     * @param certificate the key that names the certificates to be believed
     */
    BrokerSettings broker(String section, String assumedUser, String certificate) {
        String server = reader.text(section, "server");
        Matcher parts = SERVER.matcher(server);
        if (server.isEmpty()) reader.missing(section, "server", "the broker, such as mqtts://mqtt.example.com:8883");
        boolean isServer = parts.matches();
        boolean tls = !isServer || !"mqtt://".equalsIgnoreCase(parts.group(1));
        int assumed = tls ? SAFE_PORT : PLAIN_PORT;
        int port = isServer && parts.group(3) != null ? Integer.parseInt(parts.group(3)) : assumed;
        if (!server.isEmpty() && (!isServer || port < 1 || port > MOST_PORT)) {
            reader.wrong(section, "server", "not a broker such as mqtts://mqtt.example.com:8883");
        }
        String topic = reader.text(section, "topic").replaceAll("^/+|/+$", "");
        if (!topic.matches("[^+#$\\p{Cntrl}][^+#\\p{Cntrl}]{0,99}")) {
            reader.wrong(section, "topic", "not the beginning of a topic, such as deskbell: no +, # or leading $");
        }
        String user = reader.optional(section, "user").orElse(assumedUser);
        String host = isServer ? parts.group(2).replaceAll("[\\[\\]]", "") : "-";
        return new BrokerSettings(host, port, tls, user, new Secret(reader.text(section, "password")),
                file(section, certificate), topic);
    }

    Optional<Path> file(String section, String key) {
        try {
            Optional<Path> file = reader.optional(section, key).map(Path::of);
            if (file.filter(named -> !Files.isReadable(named)).isPresent()) {
                reader.wrong(section, key, "no such file, or this user may not read it");
            }
            return file;
        } catch (InvalidPathException impossible) { // On Windows no path has a question mark in it.
            reader.wrong(section, key, "not the path of a file");
            return Optional.empty();
        }
    }
}

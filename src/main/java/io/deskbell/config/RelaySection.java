package io.deskbell.config;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code [relay]}. */
final class RelaySection {
    private static final String EXTENSION = "[\\p{L}\\p{N}._+*#-]{1,40}";
    private static final int MOST_PORT = 65_535;

    private final ConfigReader reader;

    RelaySection(ConfigReader reader) {
        this.reader = reader;
    }

    RelaySettings read() {
        String source = reader.oneOf("relay", "source", sources()).orElse(RelaySettings.TOLD);
        String name = reader.optional("relay", "name").orElseGet(RelaySection::ownName);
        if (!name.matches("[A-Za-z0-9_.-]{1,60}")) {
            reader.wrong("relay", "name", "not a short name such as relay-a: letters, digits, . _ -");
        }
        List<String> extensions = extensions();
        boolean told = source.equals(RelaySettings.TOLD);
        if (!told && extensions.isEmpty()) {
            reader.missing("relay", "extensions", "whose calls to watch, such as 201, 202, or file FILE");
        }
        MqttSection mqtt = new MqttSection(reader);
        BrokerSettings broker = mqtt.broker("relay", "relay", "broker_certificate");
        return new RelaySettings(name, source, extensions, told ? Optional.of(web(mqtt)) : Optional.empty(), broker,
                reader.number("relay", "spool", 100, 1_000_000, "a number"));
    }

    /** Those whose calls depend on the extension: of another, every desk would be told one user's calls. */
    static List<String> sources() {
        return List.of(RelaySettings.TOLD, "sip", "asterisk", "3cx", "simulator");
    }

    private RelaySettings.Web web(MqttSection files) {
        Optional<Path> certificate = files.file("relay", "certificate");
        Optional<Path> key = files.file("relay", "key");
        List<String> proxy = networks("proxy");
        String bind = reader.text("relay", "bind");
        if (!IntakeSection.isAddress(bind)) {
            reader.wrong("relay", "bind", "not an address of this computer such as 127.0.0.1 or 0.0.0.0");
        }
        boolean local = bind.startsWith("127.") || bind.equals("::1");
        if (certificate.isPresent() && key.isEmpty()) {
            reader.missing("relay", "key", "the PEM file with the key of the certificate");
        } else if (certificate.isEmpty() && !local && proxy.isEmpty()) {
            reader.missing("relay", "certificate", "the PEM file with the server's certificate; or, where a proxy on "
                    + "this computer speaks HTTPS, bind = 127.0.0.1; or name the proxy's address as proxy");
        }
        Secret token = new Secret(reader.text("relay", "token"));
        if (token.isEmpty()) {
            reader.missing("relay", "token", "16 letters and digits nobody can guess, such as openssl rand -hex 16"
                    + " prints; better kept by: deskbell secret set relay.token");
        } else if (!token.reveal().matches("[A-Za-z0-9_-]{16,100}")) {
            reader.wrong("relay", "token", "not 16 to 100 letters, digits, - or _");
        }
        return new RelaySettings.Web(bind, reader.number("relay", "port", 0, MOST_PORT, "a port"),
                certificate.flatMap(chain -> key.map(secret -> new RelaySettings.Identity(chain, secret))), token,
                networks("allow"), proxy);
    }

    private List<String> networks(String key) {
        List<String> networks = reader.list("relay", key);
        if (!networks.stream().allMatch(IntakeSection::isNetwork)) {
            reader.wrong("relay", key, "not addresses or networks such as 10.0.0.9, 192.168.1.0/24");
        }
        return networks;
    }

    /** Written out, or one a line in a file, the rest of a line behind the first space or comma being for people. */
    private List<String> extensions() {
        String text = reader.text("relay", "extensions");
        List<String> all = text.startsWith("file ") ? inFile(Path.of(text.substring(5).strip()))
                : reader.list("relay", "extensions");
        if (!all.stream().allMatch(one -> one.matches(EXTENSION))) {
            reader.wrong("relay", "extensions", "not extensions such as 201, 202");
        }
        return all.stream().distinct().toList();
    }

    private List<String> inFile(Path file) {
        try {
            return Files.readAllLines(file).stream().map(line -> line.replaceFirst("[#;].*", "").strip())
                    .filter(line -> !line.isEmpty()).map(line -> line.split("[\\s,]", 2)[0]).toList();
        } catch (IOException unreadable) {
            reader.wrong("relay", "extensions", "no such file, or this user may not read it");
            return List.of();
        }
    }

    private static String ownName() {
        try {
            return Arrays.stream(InetAddress.getLocalHost().getHostName().split("\\.")).findFirst().orElse("relay");
        } catch (UnknownHostException nameless) {
            return "relay";
        }
    }
}

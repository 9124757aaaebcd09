package io.deskbell.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the sections of {@link NearbyPhones}. */
final class NearbySections {
    static final int MOST_PORT = 65_535;
    static final String HOST = "[A-Za-z0-9][A-Za-z0-9._-]*|[0-9a-fA-F]*:[0-9a-fA-F:.%]+";
    /** Every Poly's own name for its administrator's interface. */
    private static final String POLY_USER = "Polycom";
    private static final String GRANDSTREAM_USER = "admin";

    private final ConfigReader reader;

    NearbySections(ConfigReader reader) {
        this.reader = reader;
    }

    NearbyPhones read(List<String> sources) {
        return new NearbyPhones(
                sources.contains("poll") ? Optional.of(poll()) : Optional.empty(),
                sources.contains("baresip") ? Optional.of(baresip()) : Optional.empty(),
                sources.contains("fritzbox") ? Optional.of(fritzbox()) : Optional.empty(),
                sources.contains("bria") ? Optional.of(bria()) : Optional.empty(),
                sources.contains("tinyphone") ? Optional.of(tinyphone()) : Optional.empty());
    }

    private PollSettings poll() {
        PollSettings.Make make = reader.oneOf("poll", "make", List.of("poly", "grandstream"))
                .map(word -> PollSettings.Make.valueOf(word.toUpperCase(Locale.ROOT))).orElse(PollSettings.Make.POLY);
        PollSettings.Login login = login(make);
        String address = reader.text("poll", "address").replaceAll("/+$", "");
        if (address.isEmpty()) reader.missing("poll", "address", "the phone's address, such as https://192.168.1.20");
        else if (ConfigReader.web(address).filter(found -> found.getPath().isEmpty()).isEmpty()) {
            reader.wrong("poll", "address", "not the address of a phone such as https://192.168.1.20");
        }
        String usual = login == PollSettings.Login.SESSION ? GRANDSTREAM_USER : "";
        String user = reader.optional("poll", "user").orElse(make == PollSettings.Make.POLY ? POLY_USER : usual);
        return new PollSettings(make, login, address, user, new Secret(reader.text("poll", "password")),
                fingerprint(reader, "poll"),
                Duration.ofSeconds(reader.number("poll", "rest", 1, 60, "a number of seconds")),
                Duration.ofMillis(reader.number("poll", "busy", 200, 5_000, "a number of milliseconds")),
                reader.yes("poll", "dial"));
    }

    /** Of no other make: it is no fault to have tried it with a Grandstream before. */
    private PollSettings.Login login(PollSettings.Make make) {
        boolean session = reader.oneOf("poll", "login", List.of("passcode", "session")).filter("session"::equals)
                .isPresent();
        return session && make == PollSettings.Make.GRANDSTREAM ? PollSettings.Login.SESSION
                : PollSettings.Login.PASSCODE;
    }

    private BaresipSettings baresip() {
        return new BaresipSettings(host("baresip"), port("baresip"), reader.yes("baresip", "dial"));
    }

    private FritzBoxSettings fritzbox() {
        return new FritzBoxSettings(host("fritzbox"), port("fritzbox"), digits("ports"), digits("numbers"));
    }

    private BriaSettings bria() {
        String url = reader.text("bria", "url");
        boolean websocket = url.regionMatches(true, 0, "ws", 0, 2);
        if (!websocket || ConfigReader.web(url.replaceFirst("(?i)^ws", "http")).isEmpty()) {
            reader.wrong("bria", "url", "not an address that begins with wss:// or ws://");
        }
        return new BriaSettings(url, reader.yes("bria", "dial"));
    }

    private TinyphoneSettings tinyphone() {
        String url = reader.text("tinyphone", "url").replaceAll("/+$", "");
        if (ConfigReader.web(url).isEmpty()) {
            reader.wrong("tinyphone", "url", "not an address such as http://127.0.0.1:6060");
        }
        return new TinyphoneSettings(url, reader.yes("tinyphone", "dial"));
    }

    static Optional<String> fingerprint(ConfigReader reader, String section) {
        Optional<String> fingerprint = reader.optional(section, "fingerprint")
                .map(text -> text.replaceAll("[: ]", "").toLowerCase(Locale.ROOT));
        if (fingerprint.filter(digits -> !digits.matches("[0-9a-f]{64}")).isPresent()) {
            reader.wrong(section, "fingerprint", "not the SHA-256 fingerprint of a certificate: 64 digits 0-9 and A-F");
        }
        return fingerprint;
    }

    private String host(String section) {
        String host = reader.text(section, "host");
        if (!host.matches(HOST)) reader.wrong(section, "host", "not the name or address of a computer");
        return host;
    }

    private int port(String section) {
        return reader.number(section, "port", 1, MOST_PORT, "a port");
    }

    private List<String> digits(String key) {
        List<String> list = reader.list("fritzbox", key);
        if (!list.stream().allMatch(one -> one.matches("[0-9*#+]+"))) {
            reader.wrong("fritzbox", key, "not numbers separated by commas");
        }
        return list;
    }
}

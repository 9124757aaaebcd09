package io.deskbell.config;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns written values into records and collects what is wrong with them. Used once. */
final class ConfigReader {
    /** Those that have telephone numbers: not every country of ISO 3166 has. */
    private static final Set<String> COUNTRIES = PhoneNumberUtil.getInstance().getSupportedRegions();
    private static final Pattern DIGIT_COUNT = Pattern.compile("\\s*(\\d{1,2})\\s*(?:\\.\\.\\s*(\\d{1,2})\\s*)?");
    private static final int MOST_DIGITS = 15; // ITU-T E.164.

    private static final int MOST_PORT = 65_535;
    private static final int LEAST_TITLE = 3;

    private final Layers layers;
    private final Outside outside;
    private final List<Problem> problems = new ArrayList<>();

    private ConfigReader(Layers layers, Outside outside) {
        this.layers = layers;
        this.outside = outside;
        problems.addAll(layers.problems());
    }

    static Config read(Layers layers, Outside outside) throws ConfigException {
        ConfigReader reader = new ConfigReader(layers, outside);
        Config config = reader.config();
        if (!reader.problems.isEmpty()) throw new ConfigException(reader.problems);
        return config;
    }

    /** What {@code deskbell relay} needs, and nothing of a desk's. */
    static RelaySettings readRelay(Layers layers, Outside outside) throws ConfigException {
        ConfigReader reader = new ConfigReader(layers, outside);
        RelaySettings relay = new RelaySection(reader).read();
        if (!reader.problems.isEmpty()) throw new ConfigException(reader.problems);
        return relay;
    }

    static LogSettings readLog(Layers layers, Outside outside) throws ConfigException {
        ConfigReader reader = new ConfigReader(layers, outside);
        LogSettings log = reader.log();
        if (!reader.problems.isEmpty()) throw new ConfigException(reader.problems);
        return log;
    }

    private Config config() {
        List<String> sources = list("phone", "source").stream().distinct().toList();
        Optional<String> unknown = sources.stream().filter(name -> !Keys.SOURCES.contains(name)).findFirst();
        unknown.ifPresent(name -> wrong("phone", "source", (sources.size() > 1 ? name + " is " : "") + "not one of "
                + String.join(", ", Keys.SOURCES)));
        if (sources.isEmpty()) wrong("phone", "source", "name at least one of " + String.join(", ", Keys.SOURCES));
        AgentSettings agent = agent();
        Optional<SipSettings> sip = sources.contains("sip")
                ? Optional.of(new SipSection(this).read(agent.extension())) : Optional.empty();
        Optional<IntakeSettings> intake = sources.contains("intake")
                ? Optional.of(new IntakeSection(this).read()) : Optional.empty();
        Optional<TapiSettings> tapi = sources.contains("tapi") ? Optional.of(tapi()) : Optional.empty();
        InboxSettings inbox = inbox();
        return new Config(agent, inbox, pop(), new UiSettings(yes("ui", "toast"), yes("ui", "sound")),
                sources, sip, intake, tapi, new NearbySections(this).read(sources),
                new SystemSections(this).read(sources, agent.extension()),
                new LookupSection(this).read(inbox.apiUrl(), inbox.apiKey()), tapes(sources), dial(),
                number("simulator", "pace", 1, 1_000, "a number"), log(),
                number("data", "keep_days", 1, 3_650, "a number of days"));
    }

    private AgentSettings agent() {
        String extension = extension();
        if (!isExtension(extension)) {
            wrong("agent", "extension", "has a character no extension has; a short number such as 201");
        }
        String country = text("agent", "country").toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            wrong("agent", "country", "not a country; two letters such as NL, BE or GB");
        }
        String internal = text("agent", "internal");
        if (!Arrays.stream(internal.split(",", -1)).allMatch(ConfigReader::isDigitCount)) {
            wrong("agent", "internal", "not digit counts such as 3 or 2..5");
        }
        String prefix = text("agent", "outside_prefix");
        if (!prefix.matches("[0-9*#]{0,6}")) wrong("agent", "outside_prefix", "not a short number such as 0");
        Optional<String> transfer = oneOf("agent", "transfer", List.of("giver", "taker", "never"));
        return new AgentSettings(extension, country, internal, prefix, transfer);
    }

    /** The one written wins, so that an agent can differ where IT has not locked it. */
    private String extension() {
        String rule = text("agent", "extension_from");
        if (rule.isEmpty() || optional("agent", "extension").isPresent()) {
            return needed("agent", "extension", "the agent's extension as entered in Agent Inbox");
        }
        try {
            String found = outside.extensions().find(rule);
            if (isExtension(found)) return found;
            wrong("agent", "extension_from", found.isEmpty() ? "found no extension for this user"
                    : "found " + found + " for this user, which is no extension: a short number such as 201");
            return "-";
        } catch (IOException none) {
            wrong("agent", "extension_from", none.getMessage());
            return "-";
        }
    }

    private static boolean isExtension(String text) {
        return text.matches("[\\p{L}\\p{N}._+*#-]+");
    }

    private LogSettings log() {
        String level = oneOf("log", "level", LogSettings.LEVELS).orElse("info");
        Optional<String> fault = LogSettings.faultOfLevels(text("log", "levels"));
        fault.ifPresent(what -> wrong("log", "levels", what));
        Optional<String> syslog = optional("log", "syslog");
        if (syslog.filter(place -> LogSettings.readSyslog(place).isEmpty()).isPresent()) {
            wrong("log", "syslog", "not a host and port such as log.example.com:514");
        }
        return new LogSettings(level, fault.isPresent() ? Map.of() : LogSettings.readLevels(text("log", "levels")),
                syslog.flatMap(LogSettings::readSyslog));
    }

    private static boolean isDigitCount(String part) {
        Matcher count = DIGIT_COUNT.matcher(part);
        if (!count.matches()) return false;
        int least = Integer.parseInt(count.group(1));
        int most = Optional.ofNullable(count.group(2)).map(Integer::parseInt).orElse(least);
        return 1 <= least && least <= most && most <= MOST_DIGITS;
    }

    private InboxSettings inbox() {
        Secret key = new Secret(needed("inbox", "api_key", "the key CM.com gave you"));
        if (!key.reveal().matches("[A-Za-z0-9._~-]*")) {
            wrong("inbox", "api_key", "has a character no key has; letters, digits and - . _ ~ only");
        }
        String url = text("inbox", "api_url").replaceAll("/+$", "");
        URI address = web(url).orElse(null);
        if (address == null) wrong("inbox", "api_url", "not an address such as https://api.robinhq.com");
        return new InboxSettings(address, key, optional("inbox", "withheld_number"), optional("inbox", "referrer"),
                optional("inbox", "filter_field"));
    }

    private PopSettings pop() {
        List<String> whens = List.of("answered", "ringing", "click", "never");
        String when = oneOf("pop", "when", whens).orElse("answered");
        String mode = oneOf("pop", "mode", List.of("focus", "open")).orElse("focus");
        String url = text("pop", "url");
        Optional<String> unknown = PopPlaceholders.firstUnknownIn(url);
        unknown.ifPresent(name -> wrong("pop", "url", "{" + name + "} is none of "
                + String.join(", ", PopPlaceholders.ALL)));
        if (unknown.isEmpty() && web(PopPlaceholders.blank(url)).isEmpty()) {
            wrong("pop", "url", "not an address that begins with https:// or http://");
        }
        List<String> titles = Arrays.stream(text("pop", "window_title").split("\\|")).map(String::strip)
                .filter(title -> !title.isEmpty()).toList();
        if (titles.stream().anyMatch(title -> title.length() < LEAST_TITLE) || titles.isEmpty()) {
            wrong("pop", "window_title", "shorter than " + LEAST_TITLE + " letters: it would fit other windows too");
        }
        return new PopSettings(PopSettings.When.valueOf(when.toUpperCase(Locale.ROOT)),
                PopSettings.Mode.valueOf(mode.toUpperCase(Locale.ROOT)), url, titles);
    }

    /** Of each source that can be recorded and is to be. */
    private Map<String, TapeSettings> tapes(List<String> sources) {
        Map<String, TapeSettings> tapes = new HashMap<>();
        sources.stream().filter(source -> Keys.find(source, Keys.RECORD).isPresent())
                .forEach(source -> tape(source).ifPresent(tape -> tapes.put(source, tape)));
        return tapes;
    }

    private Optional<TapeSettings> tape(String source) {
        boolean masked = yes(source, Keys.RECORD_MASKED);
        try {
            return optional(source, Keys.RECORD).map(file -> new TapeSettings(Path.of(file), masked));
        } catch (InvalidPathException impossible) { // On Windows no path has a question mark in it.
            wrong(source, Keys.RECORD, "not the path of a file");
            return Optional.empty();
        }
    }

    private DialSettings dial() {
        Optional<String> url = optional("dial", "url");
        if (url.filter(address -> !DialSection.isAddress(address)).isPresent()) {
            wrong("dial", "url", "not an address with {number} in it, such as http://192.168.1.20/dial?to={number}"
                    + " or sip:{number}");
        }
        Optional<String> command = optional("dial", "command");
        if (command.filter(words -> !DialSection.isCommand(words)).isPresent()) {
            wrong("dial", "command", "not a program with {number} among its arguments");
        }
        Optional<String> shortcut = optional("dial", "shortcut");
        if (shortcut.filter(keys -> !DialSection.isShortcut(keys)).isPresent()) {
            wrong("dial", "shortcut", "not keys such as Ctrl+Alt+D: Ctrl, Alt, Shift, Super and a letter, digit or F1");
        }
        boolean plus = oneOf("dial", "format", List.of("national", "plus")).filter("plus"::equals).isPresent();
        boolean logsIn = url.filter(address -> address.regionMatches(true, 0, "http", 0, 4)).isPresent();
        Secret password = new Secret(logsIn ? text("dial", "password") : "");
        return new DialSettings(url, text("dial", "user"), password,
                command.map(DialSection::words).orElse(List.of()), plus, shortcut);
    }

    private TapiSettings tapi() {
        if (!outside.isWindows()) wrong("phone", "source", "only Windows has tapi; choose another here");
        return new TapiSettings(optional("tapi", "line"), yes("tapi", "shared_ids"));
    }

    boolean yes(String section, String key) {
        return oneOf(section, key, List.of("yes", "no")).filter("yes"::equals).isPresent();
    }

    Duration seconds(String section, String key, int least, int most) {
        return Duration.ofSeconds(number(section, key, least, most, "a number of seconds"));
    }

    int number(String section, String key, int least, int most, String what) {
        String text = text(section, key);
        int value = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
        if (value < least || value > most) wrong(section, key, "not " + what + " from " + least + " to " + most);
        return Math.max(value, least);
    }

    static Optional<URI> web(String text) {
        try {
            URI address = new URI(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            boolean port = address.getPort() == -1 || 1 <= address.getPort() && address.getPort() <= MOST_PORT;
            return http && port && address.getHost() != null && address.getUserInfo() == null
                    ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    Optional<String> oneOf(String section, String key, List<String> allowed) {
        Optional<String> value = optional(section, key).map(text -> text.toLowerCase(Locale.ROOT));
        if (value.isPresent() && !allowed.contains(value.get())) {
            wrong(section, key, "not one of " + String.join(", ", allowed));
            return Optional.empty();
        }
        return value;
    }

    List<String> list(String section, String key) {
        return Arrays.stream(text(section, key).split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    Optional<String> optional(String section, String key) {
        return Optional.of(text(section, key)).filter(text -> !text.isEmpty());
    }

    private String needed(String section, String key, String meaning) {
        String value = text(section, key);
        if (value.isEmpty()) missing(section, key, meaning);
        return value.isEmpty() ? "-" : value;
    }

    String text(String section, String key) {
        Key known = Keys.find(section, key).orElseThrow();
        Optional<String> written = layers.find(section, key).map(Layers.Written::value).filter(v -> !v.isEmpty());
        return written.orElseGet(() -> known.isSecret() ? stored(known) : known.assumed());
    }

    private String stored(Key secret) {
        try {
            return outside.secrets().find(secret.fullName()).orElse("");
        } catch (IOException unreadable) {
            problems.add(new Problem(layers.lastFile(), secret.section(), secret.name(), "",
                    "left empty, and the secret store could not be read: " + unreadable.getMessage()));
            return "";
        }
    }

    void missing(String section, String key, String meaning) {
        String file = layers.find(section, key).map(Layers.Written::file).orElse(layers.lastFile());
        problems.add(new Problem(file, section, key, "", "missing: " + meaning));
    }

    void wrong(String section, String key, String what) {
        Key known = Keys.find(section, key).orElseThrow();
        Layers.Written written = layers.find(section, key)
                .orElse(new Layers.Written(layers.lastFile(), known.assumed()));
        String shown = known.isSecret() ? Shown.STARS : Shown.of(key, written.value());
        boolean login = !known.isSecret() && Shown.hasLogin(written.value());
        problems.add(new Problem(written.file(), section, key, shown, login ? withoutLogin(section) : what));
    }

    private static String withoutLogin(String section) {
        return "leave name and password out" + (Keys.find(section, "password").isEmpty() ? ""
                : "; use [" + section + "] user and password");
    }
}

package io.deskbell.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole configuration, checked: what stands in a record can be used as it is. Immutable.
 *
 * @param sources of {@code [phone] source}, in the order written
 * @param sip present when sip is one of the sources
 * @param intake present when intake is one of the sources
 * @param nearby phones on the desk and on the computer
 * @param systems telephone systems with an interface of their own
 * @param tapi present when tapi is one of the sources
 * @param customers who calls, and showing them
 * @param tapes where what comes in is written down, by the source's name
 * @param keepDays how long calls and settled events are kept
 * @param simulatorPace how many times as fast as written the simulated day is played
 */
public record Config(AgentSettings agent, InboxSettings inbox, PopSettings pop, UiSettings ui, List<String> sources,
                     Optional<SipSettings> sip, Optional<IntakeSettings> intake, Optional<TapiSettings> tapi,
                     NearbyPhones nearby, PhoneSystems systems, CustomerSettings customers,
                     Map<String, TapeSettings> tapes, DialSettings dial, int simulatorPace, LogSettings log,
                     int keepDays) {
    /** What may lie in the secret store in place of the file. */
    public static final List<String> SECRET_KEYS =
            List.of("inbox.api_key", "inbox.show_customer_key", "inbox.show_customer_secret", "lookup.token",
                    "lookup.password", "sip.password", "dial.password", "intake.token", "voipgrid.token",
                    "poll.password", "asterisk.secret", "3cx.client_secret",
                    "mqtt.password", "relay.token", "relay.password", "xelion.password",
                    "xelion.app_key");

    public Config {
        sources = List.copyOf(sources);
        tapes = Map.copyOf(tapes);
    }

    /**
     * Reads the files, lowest first; a later one overrides an earlier one, save the keys an earlier one locks.
     *
     * @throws ConfigException with every problem found, not the first only
     */
    public static Config load(List<Path> files) throws ConfigException {
        return load(files, StoredSecrets.NONE);
    }

    /** The same; what the files leave empty of {@link #SECRET_KEYS} is asked for. */
    public static Config load(List<Path> files, StoredSecrets stored) throws ConfigException {
        return load(files, Outside.of(stored));
    }

    /** The same, with all that it draws on. */
    public static Config load(List<Path> files, Outside outside) throws ConfigException {
        return ConfigReader.read(new Layers(files(files), outside.policy()), outside);
    }

    /** The {@code [relay]} of these files: a server has no agent, and needs no key of Agent Inbox. */
    public static RelaySettings relay(List<Path> files, Outside outside) throws ConfigException {
        return ConfigReader.readRelay(new Layers(files(files), outside.policy()), outside);
    }

    /** The {@code [log]} of these files. */
    public static LogSettings log(List<Path> files, Outside outside) throws ConfigException {
        return ConfigReader.readLog(new Layers(files(files), outside.policy()), outside);
    }

    /** The whole as the desk of that extension would have it in front of a source; nothing is registered from it. */
    public static Config relayed(List<Path> files, Outside outside, String source, String extension)
            throws ConfigException {
        Layers layers = new Layers(files(files), outside.policy()).replacing("phone.source", source)
                .replacing("agent.extension", extension).replacing("inbox.api_key", "none");
        return ConfigReader.read(layers, outside);
    }

    private static List<ConfigFile> files(List<Path> files) throws ConfigException {
        List<ConfigFile> read = new ArrayList<>();
        List<Problem> unreadable = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(ConfigFile.read(file));
            } catch (ConfigException wrong) {
                unreadable.addAll(wrong.problems());
            }
        }
        if (!unreadable.isEmpty()) throw new ConfigException(unreadable);
        return read;
    }

    /** The same from text, for the demo and for tests. */
    public static Config parse(String name, String text) throws ConfigException {
        return ConfigReader.read(new Layers(List.of(ConfigFile.parse(name, text))), Outside.NOTHING);
    }

    /** What watching depends on: neither how things are shown, nor where events are delivered, nor who calls. */
    public Config watching() {
        InboxSettings nowhere = new InboxSettings(URI.create("http://localhost"), new Secret(""),
                inbox.withheldNumber(), inbox.referrer(), inbox.filterField());
        return new Config(agent, nowhere, pop, new UiSettings(false, false), sources, sip, intake, tapi, nearby,
                systems, CustomerSettings.NONE, tapes, dial.unasked(), simulatorPace, LogSettings.USUAL, 0);
    }

    /** Files in which what phones say is being written down. */
    public List<Path> recordings() {
        return tapes.values().stream().map(TapeSettings::file).distinct().sorted().toList();
    }

    /** Every secret in it, for the log to keep quiet about. */
    public List<Secret> secrets() {
        List<Secret> all = new ArrayList<>(List.of(inbox.apiKey(), dial.password()));
        sip.ifPresent(settings -> all.add(settings.password()));
        intake.ifPresent(settings -> all.add(settings.token()));
        all.addAll(nearby.secrets());
        all.addAll(systems.secrets());
        all.addAll(customers.secrets());
        return all.stream().filter(secret -> !secret.isEmpty()).toList();
    }
}

package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import io.deskbell.config.ExtensionLookup;
import io.deskbell.config.LogSettings;
import io.deskbell.config.Origin;
import io.deskbell.config.Outside;
import io.deskbell.config.Policy;
import io.deskbell.config.Problem;
import io.deskbell.config.RelaySettings;
import io.deskbell.config.Secret;
import io.deskbell.config.StoredSecrets;
import io.deskbell.desktop.Folders;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.OperatingSystem;
import io.deskbell.desktop.Policies;
import io.deskbell.desktop.SecretStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the configuration is, lowest first: the machine's file, the user's, the one named at the start.
 *
 * @param below those that the last one overrides, whether or not they exist
 * @param changed the last one: what settings are written to
 * @param secrets what they leave empty
 */
record ConfigFiles(List<Path> below, Path changed, boolean isNamed, ConfigSecrets secrets) {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigFiles.class);
    /** One each for the whole program: it remembers what a slow directory answered, and a token not yet kept. */
    private static final ExtensionLookup EXTENSIONS = Outside.extensionsHere();
    private static final ConfigSecrets SECRETS = new ConfigSecrets(SecretStore.of(Machine.here()));

    ConfigFiles {
        below = List.copyOf(below);
    }

    static ConfigFiles of(CommandLine line) {
        Folders folders = Folders.of(Machine.here());
        Path machine = folders.machineConfigFile();
        Path user = folders.userConfigFile();
        return line.config().map(named -> new ConfigFiles(List.of(machine, user), named, true, SECRETS))
                .orElseGet(() -> new ConfigFiles(List.of(machine), user, false, SECRETS));
    }

    /** Nobody has configured anything, and nobody named a file that should be there. */
    boolean isFirstRun() {
        return !isNamed && existing().isEmpty();
    }

    /** The log keeps quiet about the secrets in them. */
    Config load() throws ConfigException {
        Outside outside = outside();
        if (isFirstRun() && outside.policy().isEmpty()) {
            throw new ConfigException(List.of(new Problem(changed.toString(), "", "", "",
                    "there is no configuration yet; begin with: deskbell sample-config")));
        }
        Config config = Config.load(existing(), outside);
        LogSetup.keepQuiet(config.secrets().stream().map(Secret::reveal).toList());
        return config;
    }

    /** The {@code [relay]} in them; the log keeps quiet about its secrets. */
    RelaySettings loadRelay() throws ConfigException {
        RelaySettings relay = Config.relay(existing(), outside());
        LogSetup.keepQuiet(relay.secrets().stream().filter(secret -> !secret.isEmpty()).map(Secret::reveal).toList());
        return relay;
    }

    /** What they say of the log: a relay needs no more of the rest than its own section. */
    LogSettings loadLog() throws ConfigException {
        return Config.log(existing(), outside());
    }

    /** As the desk of that extension would read them for a source that the relay watches in its place. */
    Config loadRelayed(String source, String extension) throws ConfigException {
        Config config = Config.relayed(existing(), outside(), source, extension);
        LogSetup.keepQuiet(config.secrets().stream().map(Secret::reveal).toList());
        return config;
    }

    /** They may be changed and thrown away again: nothing is kept before they are saved. */
    ConfigDraft draft() throws ConfigException {
        return ConfigDraft.open(below, changed, outside(secrets::findForDraft));
    }

    /** What the configuration draws on besides these files. */
    private Outside outside() throws ConfigException {
        return outside(secrets::find);
    }

    private Outside outside(StoredSecrets stored) throws ConfigException {
        try {
            Policies.Found set = Policies.of(Machine.here());
            return new Outside(stored, EXTENSIONS, new Policy(set.values(), set.unread()),
                    Machine.here().system() == OperatingSystem.WINDOWS);
        } catch (IOException unreadable) {
            throw new ConfigException(List.of(new Problem(Outside.POLICY, "", "", "", unreadable.getMessage())));
        }
    }

    /** What each place brought, lowest first; without the policy where it cannot be read, which loading says. */
    List<Origin> origins() {
        try {
            return Origin.of(all(), outside());
        } catch (ConfigException noPolicy) {
            return Origin.of(all(), Outside.NOTHING);
        }
    }

    /** None where it cannot be read, which loading says. */
    Policy policy() {
        try {
            return outside().policy();
        } catch (ConfigException unreadable) {
            return Policy.NONE;
        }
    }

    /** Into the log, once at the start. */
    void tellUnheededPolicies() {
        try {
            outside().unheededPolicies().forEach(what -> LOG.warn("a policy is not heeded: {}", what));
        } catch (ConfigException unreadable) {
            LOG.debug("the policies cannot be read"); // Loading says so, and ends the start.
        }
    }

    /** All of them, lowest first, whether or not they exist. */
    List<Path> all() {
        List<Path> files = new ArrayList<>(below);
        files.add(changed);
        return files;
    }

    private List<Path> existing() {
        List<Path> files = new ArrayList<>(below.stream().filter(Files::exists).toList());
        if (isNamed || Files.exists(changed)) files.add(changed);
        return files;
    }
}

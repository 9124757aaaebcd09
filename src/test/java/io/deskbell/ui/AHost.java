package io.deskbell.ui;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import io.deskbell.config.StoredSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;

/** A program with two files and, where asked for, a place for secrets. */
final class AHost implements SettingsHost {
    final Path machine;
    final Path user;
    final TreeMap<String, String> secrets = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    boolean keepsSecrets;
    boolean canAutostart;
    boolean canTakeLinks;
    StoredSecrets keyring = name -> Optional.ofNullable(secrets.get(name));
    Optional<PhoneTrial> trial = Optional.empty();
    Optional<InboxTrial> inbox = Optional.empty();

    AHost(Path folder) {
        machine = folder.resolve("machine.ini");
        user = folder.resolve("config.ini");
    }

    AHost withUser(String text) throws IOException {
        Files.writeString(user, text);
        return this;
    }

    AHost withMachine(String text) throws IOException {
        Files.writeString(machine, text);
        return this;
    }

    /** The settings as a window gets them; nothing takes its time. */
    SettingsModel model(Words words) {
        return model(words, Runnable::run);
    }

    /** The same while the keyring has not answered. */
    SettingsModel asking(Words words) {
        return model(words, neverShown -> { });
    }

    SettingsModel model(ConfigDraft draft, Words words) {
        return model(draft, words, Runnable::run);
    }

    private SettingsModel model(Words words, Executor screen) {
        try {
            return model(open(), words, screen);
        } catch (ConfigException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private SettingsModel model(ConfigDraft draft, Words words, Executor screen) {
        return new SettingsModel(this, draft, words, new SlowWork(new OnTheSpot(), screen));
    }

    @Override
    public ConfigDraft open() throws ConfigException {
        return ConfigDraft.open(List.of(machine), user, keyring);
    }

    @Override
    public void saved() {
        told.add("saved");
    }

    @Override
    public boolean keepsSecrets() {
        return keepsSecrets;
    }

    @Override
    public void keepSecret(String name, String secret) throws IOException {
        keyring.find(name);
        secrets.put(name, secret);
    }

    @Override
    public boolean canAutostart() {
        return canAutostart;
    }

    @Override
    public void setAutostart(boolean on) {
        told.add("autostart " + on);
    }

    @Override
    public boolean canTakeLinks() {
        return canTakeLinks;
    }

    @Override
    public void setTakesLinks(boolean on) {
        told.add("links " + on);
    }

    @Override
    public Optional<InboxTrial> inboxTrial() {
        return inbox;
    }

    @Override
    public Optional<PhoneTrial> phoneTrial() {
        return trial;
    }
}

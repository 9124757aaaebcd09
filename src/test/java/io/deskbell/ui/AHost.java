package io.deskbell.ui;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A program with two files and, where asked for, a place for secrets. */
final class AHost implements SettingsHost {
    final Path machine;
    final Path user;
    final TreeMap<String, String> secrets = new TreeMap<>();
    final List<String> told = new ArrayList<>();
    boolean keepsSecrets;
    boolean canAutostart;
    boolean canTakeLinks;
    final List<String> asked = new ArrayList<>();
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

    /** The settings as a window gets them. */
    SettingsModel model(Words words) {
        try {
            return new SettingsModel(this, open(), words);
        } catch (ConfigException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Override
    public ConfigDraft open() throws ConfigException {
        return ConfigDraft.open(List.of(machine), user);
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
    public boolean hasSecret(String name) {
        asked.add(name);
        return secrets.containsKey(name);
    }

    @Override
    public void keepSecret(String name, String secret) {
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

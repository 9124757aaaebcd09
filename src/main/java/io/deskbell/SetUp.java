package io.deskbell;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import io.deskbell.desktop.Autostart;
import io.deskbell.desktop.InstalledProgram;
import io.deskbell.desktop.Machine;
import io.deskbell.desktop.TelephoneLinks;
import io.deskbell.ui.InboxTrial;
import io.deskbell.ui.PhoneTrial;
import io.deskbell.ui.SettingsHost;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the settings and the first run work on: the user's file, the secret store, the start at login. */
final class SetUp implements SettingsHost {
    private static final Logger LOG = LoggerFactory.getLogger(SetUp.class);

    private final ConfigFiles files;
    private final Optional<Autostart> autostart;
    private final Optional<TelephoneLinks> links;
    private final TakingOver onSaved;

    /** Puts what was saved in force; what is wrong with it comes out in words. */
    @FunctionalInterface
    interface TakingOver {
        void takeOver() throws IOException;
    }

    SetUp(ConfigFiles files, Machine machine, TakingOver onSaved) {
        this.onSaved = onSaved;
        this.files = files;
        this.links = InstalledProgram.here().flatMap(program -> TelephoneLinks.of(machine, program));
        this.autostart = InstalledProgram.here().map(program -> Autostart.of(machine, program));
    }

    @Override
    public ConfigDraft open() throws ConfigException {
        return files.draft();
    }

    @Override
    public void saved() throws IOException {
        onSaved.takeOver();
    }

    @Override
    public Optional<PhoneTrial> phoneTrial() {
        return Optional.of(new PhoneTry(Clock.systemUTC()));
    }

    @Override
    public Optional<InboxTrial> inboxTrial() {
        return Optional.of(new InboxTry(Clock.systemUTC()));
    }

    @Override
    public boolean keepsSecrets() {
        return true;
    }

    @Override
    public void keepSecret(String name, String secret) throws IOException {
        LogSetup.keepQuiet(List.of(secret));
        files.secrets().keep(name, secret);
    }

    @Override
    public boolean canAutostart() {
        return autostart.filter(start -> state(start) != Autostart.State.SET_BY_ADMINISTRATOR).isPresent();
    }

    @Override
    public boolean autostarts() {
        return autostart.filter(start -> state(start) != Autostart.State.OFF).isPresent();
    }

    @Override
    public void setAutostart(boolean on) throws IOException {
        autostart.orElseThrow(() -> new IOException("this Deskbell was not installed")).turn(on);
    }

    @Override
    public boolean canTakeLinks() {
        return links.isPresent();
    }

    @Override
    public boolean takesLinks() {
        return linkState() != TelephoneLinks.State.OFF;
    }

    @Override
    public void setTakesLinks(boolean on) throws IOException {
        links.orElseThrow(() -> new IOException("this Deskbell was not installed")).turn(on);
    }

    private TelephoneLinks.State linkState() {
        try {
            return links.isPresent() ? links.get().state() : TelephoneLinks.State.OFF;
        } catch (IOException unknown) {
            LOG.warn("whether links to telephones come here is not known: {}", unknown.getMessage());
            return TelephoneLinks.State.OFF;
        }
    }

    private static Autostart.State state(Autostart autostart) {
        try {
            return autostart.state();
        } catch (IOException unknown) {
            LOG.warn("whether Deskbell starts at login is not known: {}", unknown.getMessage());
            return Autostart.State.OFF;
        }
    }
}

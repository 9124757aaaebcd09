package io.deskbell.ui;

import io.deskbell.config.ConfigDraft;
import io.deskbell.config.ConfigException;
import java.io.IOException;
import java.util.Optional;

/**
 * What the settings and the first run ask of the rest of the program. May be asked on JavaFX's thread, except what
 * says that it takes its time.
 */
public interface SettingsHost {
    /** The configuration, opened anew to be changed. */
    ConfigDraft open() throws ConfigException;

    /**
     * The file has been written: take it over. Takes its time.
     *
     * @throws IOException with the reason why the settings from before stay in force
     */
    void saved() throws IOException;

    /** Whether secrets have a safer place here than the file. */
    default boolean keepsSecrets() {
        return false;
    }

    /**
     * Puts a secret into that safer place. Only asked where there is one. Takes its time: a keyring may want to be
     * unlocked first. An interrupt ends the waiting.
     *
     * @param name such as inbox.api_key
     */
    default void keepSecret(String name, String secret) throws IOException {
        throw new IOException("there is no place for secrets here");
    }

    /** Starting with the computer, where that can be switched here. */
    default boolean canAutostart() {
        return false;
    }

    default boolean autostarts() {
        return false;
    }

    /** Takes its time. */
    default void setAutostart(boolean on) throws IOException {
        throw new IOException("this cannot be switched here");
    }

    /** Taking the links to telephones of this computer, where that can be switched here. */
    default boolean canTakeLinks() {
        return false;
    }

    default boolean takesLinks() {
        return false;
    }

    /** Takes its time. */
    default void setTakesLinks(boolean on) throws IOException {
        throw new IOException("this cannot be switched here");
    }

    /** Trying out the key, where that is possible. */
    default Optional<InboxTrial> inboxTrial() {
        return Optional.empty();
    }

    /** Trying out the phone before it is saved, where that is possible. */
    default Optional<PhoneTrial> phoneTrial() {
        return Optional.empty();
    }
}

package io.deskbell;

import io.deskbell.desktop.SecretStore;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's secrets as the configuration draws on them. The token of the intake makes itself. It is kept only where
 * it is needed by what is saved, and until then it is the same one for all who ask: closing the settings leaves
 * nothing behind, and a URL that was tried is right after Save. Any thread; all of it may wait for the user.
 */
final class ConfigSecrets {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigSecrets.class);
    private static final String TOKEN = "intake.token";
    private static final int TOKEN_BYTES = 16;

    private final SecretStore store;
    private Optional<String> made = Optional.empty();

    ConfigSecrets(SecretStore store) {
        this.store = store;
    }

    /** For what is saved. */
    Optional<String> find(String key) throws IOException {
        Optional<String> found = stored(key);
        if (found.isPresent() || !key.equals(TOKEN)) return found;
        keep(TOKEN, token());
        return Optional.of(token());
    }

    /** For what may be thrown away again. */
    Optional<String> findForDraft(String key) throws IOException {
        try {
            Optional<String> found = stored(key);
            return found.isPresent() || !key.equals(TOKEN) ? found : Optional.of(token());
        } catch (IOException unreadable) {
            boolean left = Thread.currentThread().isInterrupted(); // The window is closed; nobody asks any more.
            if (!left) LOG.warn("the secret store cannot be asked: {}", unreadable.getMessage());
            throw unreadable;
        }
    }

    void keep(String key, String secret) throws IOException {
        try {
            store.keep(key, secret);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while it was kept", stopped);
        }
    }

    private Optional<String> stored(String key) throws IOException {
        try {
            return store.find(key);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while it was asked", stopped);
        }
    }

    private synchronized String token() {
        if (made.isEmpty()) {
            byte[] bytes = new byte[TOKEN_BYTES];
            new SecureRandom().nextBytes(bytes);
            made = Optional.of(HexFormat.of().formatHex(bytes));
        }
        return made.get();
    }
}

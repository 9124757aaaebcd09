package io.deskbell.desktop;

import java.io.IOException;
import java.util.Optional;

/** Where the system has no place for secrets. */
final class NoKeyring implements SecretPlace {
    @Override
    public String name() {
        return "no keyring";
    }

    @Override
    public Optional<String> find(String key) {
        return Optional.empty();
    }

    @Override
    public void keep(String key, String value) throws IOException {
        throw new IOException("this computer has no keyring");
    }

    @Override
    public boolean remove(String key) {
        return false;
    }
}

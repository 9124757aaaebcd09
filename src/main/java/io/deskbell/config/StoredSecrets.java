package io.deskbell.config;

import java.io.IOException;
import java.util.Optional;

/** Where the values of secret keys come from that the files leave empty. */
@FunctionalInterface
public interface StoredSecrets {
    StoredSecrets NONE = key -> Optional.empty();

    /**
     * @param key such as {@code inbox.api_key}
     * @throws IOException in words for a person, without the value
     */
    Optional<String> find(String key) throws IOException;
}

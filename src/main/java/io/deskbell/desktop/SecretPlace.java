package io.deskbell.desktop;

import java.io.IOException;
import java.util.Optional;

/** One place a secret may lie in. Keys are such as {@code inbox.api_key}. What it throws is in words for a person. */
interface SecretPlace {
    /** As in "stored in ...". */
    String name();

    Optional<String> find(String key) throws IOException, InterruptedException;

    void keep(String key, String value) throws IOException, InterruptedException;

    /** Whether there was one. */
    boolean remove(String key) throws IOException, InterruptedException;
}

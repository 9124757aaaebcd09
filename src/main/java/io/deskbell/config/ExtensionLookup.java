package io.deskbell.config;

import java.io.IOException;

/** Finds the extension where the files name a way to it instead of a number: {@code [agent] extension_from}. */
@FunctionalInterface
public interface ExtensionLookup {
    ExtensionLookup NONE = rule -> {
        throw new IOException("cannot be looked up here");
    };

    /**
     * @param rule as written, such as {@code csv users.csv}
     * @throws IOException in words for a person: there is none, and why
     */
    String find(String rule) throws IOException;
}

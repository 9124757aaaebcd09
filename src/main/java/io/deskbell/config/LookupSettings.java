package io.deskbell.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Section {@code [lookup]}: where it is looked up which customer calls.
 *
 * @param namePattern over the name the telephone shows; its first group is the filter value
 */
public record LookupSettings(Optional<Csv> csv, Optional<Web> web, Optional<String> namePattern) {
    /** Nothing is looked up. */
    public static final LookupSettings NONE =
            new LookupSettings(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * A list of customers by number. Columns are named by their head, or by their place from 1 on.
     *
     * @param numbers empty: recognised by their heads, as the others where they are empty
     */
    public record Csv(Path file, List<String> numbers, Optional<String> value, Optional<String> name) {
        public Csv {
            numbers = List.copyOf(numbers);
        }
    }

    /**
     * An address that is asked for each caller.
     *
     * @param url with {phone} and others of {@link LookupPlaceholders} in it
     * @param value where in the JSON of the answer; empty: the answer is plain text
     * @param name where in the JSON of the answer
     * @param header with {token} in it, such as {@code Authorization: Bearer {token}}
     * @param user with the password for Basic authentication; empty for none
     * @param patience how long one question may take
     * @param keep how long an answer holds
     */
    public record Web(String url, Optional<String> value, Optional<String> name, String header, Secret token,
                      String user, Secret password, Duration patience, Duration keep) {
    }

    List<Secret> secrets() {
        return web.map(asked -> List.of(asked.token(), asked.password())).orElse(List.of());
    }
}

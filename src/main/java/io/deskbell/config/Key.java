package io.deskbell.config;

import java.util.List;
import java.util.Set;

/**
 * One line of the configuration.
 *
 * @param assumed taken when the key is left out, empty for nothing
 * @param example written in the sample where it says more than what is assumed
 * @param about what it is for, in lines for the sample and the reference page
 * @param choices all values it can have, where they can be counted
 */
record Key(String section, String name, String assumed, String example, List<String> about,
           List<String> choices) {
    private static final Set<String> SECRETS =
            Set.of("password", "api_key", "app_key", "token", "secret", "client_secret", "show_customer_key",
                    "show_customer_secret");

    Key {
        about = List.copyOf(about);
        choices = List.copyOf(choices);
    }

    /** The same, with these values and no other. */
    Key oneOf(String... values) {
        return new Key(section, name, assumed, example, about, List.of(values));
    }

    String fullName() {
        return section + "." + name;
    }

    boolean isSecret() {
        return SECRETS.contains(name);
    }
}

package io.deskbell.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who calls, and showing them.
 *
 * @param show present when the agent may open a customer without a call
 */
public record CustomerSettings(LookupSettings lookup, Optional<ShowCustomerSettings> show) {
    /** Neither. */
    public static final CustomerSettings NONE = new CustomerSettings(LookupSettings.NONE, Optional.empty());

    List<Secret> secrets() {
        List<Secret> all = new ArrayList<>(lookup.secrets());
        show.ifPresent(settings -> all.addAll(List.of(settings.key(), settings.secret())));
        return all;
    }
}

package io.deskbell.desktop;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the program finds around it, passed in so that tests can be on any system.
 *
 * @param headless asked for by {@code -Djava.awt.headless=true}
 */
public record Machine(OperatingSystem system, Map<String, String> environment, Path home, boolean headless) {
    public Machine {
        environment = Map.copyOf(environment);
    }

    /** This computer, as it is now. */
    public static Machine here() {
        return new Machine(OperatingSystem.named(System.getProperty("os.name", "")), System.getenv(),
                Path.of(System.getProperty("user.home", "")), Boolean.getBoolean("java.awt.headless"));
    }

    /** Empty for a variable that is not set or is blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}

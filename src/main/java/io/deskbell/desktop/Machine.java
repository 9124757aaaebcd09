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
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "")),
                Boolean.getBoolean("java.awt.headless"));
    }

    /** @param home as Java has it; on Linux from the list of users, where all other programs go by {@code HOME} */
    static Machine of(String system, Map<String, String> environment, Path home, boolean headless) {
        Machine machine = new Machine(OperatingSystem.named(system), environment, home, headless);
        if (machine.system() != OperatingSystem.LINUX) return machine;
        return machine.variable("HOME").map(Path::of).filter(Path::isAbsolute)
                .map(moved -> new Machine(machine.system(), environment, moved, headless)).orElse(machine);
    }

    /** Empty for a variable that is not set or is blank. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}

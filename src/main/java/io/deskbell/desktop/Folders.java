package io.deskbell.desktop;

import java.nio.file.Path;

/**
 * Where our files are, by each system's own custom. Names them only; nothing is created here.
 *
 * @param machineConfig what IT lays down for everybody at this computer
 * @param userConfig the user's own, laid over it
 * @param data the outbox and the call log: of this user at this computer
 * @param logs where the program's log is looked for
 */
public record Folders(Path machineConfig, Path userConfig, Path data, Path logs) {
    public static final String CONFIG_FILE = "config.ini";

    public static Folders of(Machine machine) {
        return switch (machine.system()) {
            case WINDOWS -> windows(machine);
            case MACOS -> {
                Path library = machine.home().resolve("Library/Application Support/Deskbell");
                yield new Folders(Path.of("/Library/Application Support/Deskbell"), library, library,
                        machine.home().resolve("Library/Logs/Deskbell"));
            }
            case LINUX -> {
                Path state = xdg(machine, "XDG_STATE_HOME", ".local/state").resolve("deskbell");
                yield new Folders(Path.of("/etc/deskbell"),
                        xdg(machine, "XDG_CONFIG_HOME", ".config").resolve("deskbell"), state, state);
            }
        };
    }

    public Path machineConfigFile() {
        return machineConfig.resolve(CONFIG_FILE);
    }

    public Path userConfigFile() {
        return userConfig.resolve(CONFIG_FILE);
    }

    private static Folders windows(Machine machine) {
        Path home = machine.home();
        Path all = machine.variable("ProgramData").map(Path::of).orElse(Path.of("C:\\ProgramData"));
        Path roaming = machine.variable("APPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Roaming"));
        Path local = machine.variable("LOCALAPPDATA").map(Path::of).orElse(home.resolve("AppData").resolve("Local"));
        return new Folders(all.resolve("Deskbell"), roaming.resolve("Deskbell"), local.resolve("Deskbell"),
                local.resolve("Deskbell"));
    }

    /** A relative path is to be ignored (XDG Base Directory Specification, "Environment variables"). */
    private static Path xdg(Machine machine, String variable, String underHome) {
        return machine.variable(variable).map(Path::of).filter(Path::isAbsolute)
                .orElse(machine.home().resolve(underHome));
    }
}

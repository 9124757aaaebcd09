package io.deskbell.desktop;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Whether Deskbell starts when the user logs in. What it throws is in words for a person.
 */
public interface Autostart {
    /** How it stands. */
    enum State {
        ON,
        OFF,
        /** On for everybody at this computer: "set by your administrator". */
        SET_BY_ADMINISTRATOR
    }

    State state() throws IOException;

    /** @throws IOException also where the administrator has set it */
    void turn(boolean on) throws IOException;

    /** @param program the launcher as installed: see {@link InstalledProgram} */
    static Autostart of(Machine machine, Path program) {
        return switch (machine.system()) {
            case WINDOWS -> new RunKey(new JnaRegistry(), program);
            case MACOS -> new LaunchAgent(machine.home().resolve("Library/LaunchAgents"),
                    Path.of("/Library/LaunchAgents"), program);
            case LINUX -> XdgAutostart.of(machine, program);
        };
    }
}

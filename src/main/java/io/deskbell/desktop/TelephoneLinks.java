package io.deskbell.desktop;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Whether {@code tel:} and {@code callto:} links come to Deskbell. What it throws is in words for a person. */
public interface TelephoneLinks {
    /** How it stands. */
    enum State {
        ON,
        /** Deskbell can be chosen; on Windows only the user can choose. */
        OFFERED,
        OFF
    }

    State state() throws IOException;

    void turn(boolean on) throws IOException;

    /**
     * Empty on macOS, where the package itself says which links a program takes (CFBundleURLTypes).
     *
     * @param program the launcher as installed: see {@link InstalledProgram}
     */
    static Optional<TelephoneLinks> of(Machine machine, Path program) {
        return switch (machine.system()) {
            case WINDOWS -> Optional.of(new UrlAssociations(new JnaRegistry(), program));
            case MACOS -> Optional.empty();
            case LINUX -> Optional.of(XdgLinks.of(machine, program));
        };
    }
}

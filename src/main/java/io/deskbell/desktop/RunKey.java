package io.deskbell.desktop;

import io.deskbell.desktop.WindowsRegistry.Root;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Windows: a value under Run, the user's or everybody's. What the user switches off in the Task Manager stays there and
 * is marked elsewhere, with an odd first byte.
 */
final class RunKey implements Autostart {
    static final String RUN = "Software\\Microsoft\\Windows\\CurrentVersion\\Run";
    static final String APPROVED = "Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\StartupApproved\\Run";
    static final String NAME = "Deskbell";

    private final WindowsRegistry registry;
    private final Path program;

    RunKey(WindowsRegistry registry, Path program) {
        this.registry = registry;
        this.program = program;
    }

    @Override
    public State state() throws IOException {
        if (registry.text(Root.MACHINE, RUN, NAME).isPresent()) return State.SET_BY_ADMINISTRATOR;
        boolean listed = registry.text(Root.USER, RUN, NAME).isPresent();
        return listed && !isSwitchedOff() ? State.ON : State.OFF;
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (state() == State.SET_BY_ADMINISTRATOR) throw new AdministratorsChoice();
        registry.remove(APPROVED, NAME);
        if (on) registry.write(RUN, NAME, "\"" + program + "\""); // Quoted: its folder has spaces.
        else registry.remove(RUN, NAME);
    }

    private boolean isSwitchedOff() throws IOException {
        Optional<byte[]> mark = registry.bytes(Root.USER, APPROVED, NAME);
        return mark.filter(bytes -> bytes.length > 0 && (bytes[0] & 1) == 1).isPresent();
    }
}

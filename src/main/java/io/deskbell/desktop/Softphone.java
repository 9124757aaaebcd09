package io.deskbell.desktop;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The program that the computer has for {@code sip:} addresses. Thread safe. */
public final class Softphone {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<List<String>> openers;
    private final Launcher launcher;

    public Softphone(Machine machine) {
        this(Openers.ofLinks(machine), Launcher.REAL);
    }

    Softphone(List<List<String>> openers, Launcher launcher) {
        this.openers = List.copyOf(openers);
        this.launcher = launcher;
    }

    /** What addresses would be handed over by; empty where there is nothing. Starts nothing. */
    public static Optional<String> opener(Machine machine) {
        return Openers.first(Openers.ofLinks(machine), machine);
    }

    /**
     * False when no program takes it.
     *
     * @throws IllegalArgumentException when it is no sip: address: anything else could start a program
     */
    public boolean take(String address) throws InterruptedException {
        boolean sip = address.matches("(?i)sips?:[\\x21-\\x7e]+");
        if (!sip) throw new IllegalArgumentException("only sip: is handed over");
        for (List<String> opener : openers) {
            List<String> command = new ArrayList<>(opener);
            command.add(address);
            try {
                if (launcher.run(command, PATIENCE).orElse(0) == 0) return true;
            } catch (IOException notThere) {
                continue; // The next one may be.
            }
        }
        return false;
    }
}

package io.deskbell.desktop;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The screen the user sits at. Opening returns at once and throws for nothing that may happen on the way: what fails is
 * one log line, without the address, which may name a caller. Thread safe.
 */
public final class Desktop {
    private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
    /** A program that ends badly within this time opened nothing; later it is the browser itself that was closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Machine machine;
    private final List<List<String>> openers;
    private final Launcher launcher;

    /** The desktop of this computer. */
    public Desktop(Machine machine) {
        this(machine, Openers.of(machine), Launcher.REAL);
    }

    /** With these programs in place of the system's; the address becomes the last argument. */
    public Desktop(Machine machine, List<List<String>> openers, Launcher launcher) {
        this.machine = machine;
        this.openers = List.copyOf(openers);
        this.launcher = launcher;
    }

    /** Whether there is a screen to show something on. */
    public boolean hasDisplay() {
        if (machine.headless()) return false;
        boolean always = machine.system() != OperatingSystem.LINUX;
        return always || machine.variable("DISPLAY").isPresent() || machine.variable("WAYLAND_DISPLAY").isPresent();
    }

    /** The program that addresses would be opened with; empty where there is none. Starts nothing. */
    public Optional<String> browser() {
        return Openers.first(openers, machine);
    }

    /** Whether there is such a program: a path, or a name to be looked for where the system looks. */
    public boolean hasProgram(String program) {
        return Openers.isThere(program, machine);
    }

    /**
     * Shows the address in the user's browser.
     *
     * @throws IllegalArgumentException when it is not http or https: anything else could start a program
     */
    public void open(URI address) {
        boolean web = "https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme());
        if (!web || address.getHost() == null) throw new IllegalArgumentException("only http and https are opened");
        Thread.ofVirtual().name("browser").start(() -> tryOpeners(address.toASCIIString()));
    }

    private void tryOpeners(String address) {
        try {
            for (List<String> opener : openers) {
                if (opens(opener, address)) return;
            }
            LOG.warn("no browser could be started; tried {}", openers.stream().map(List::getFirst).toList());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean opens(List<String> opener, String address) throws InterruptedException {
        List<String> command = new ArrayList<>(opener);
        command.add(address);
        try {
            OptionalInt exit = launcher.run(command, PATIENCE);
            return exit.orElse(0) == 0;
        } catch (IOException notThere) {
            return false; // The next one may be.
        }
    }
}

package io.deskbell.dial;

import io.deskbell.config.DialSettings;
import io.deskbell.desktop.Launcher;
import io.deskbell.source.Dialer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Dials by starting a program with the number as an argument; no shell reads it. */
final class CommandDialer implements Dialer {
    /** A softphone that was not running yet goes on running; one that was says so and ends. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<String> command;
    private final Launcher launcher;

    CommandDialer(List<String> command, Launcher launcher) {
        this.command = List.copyOf(command);
        this.launcher = launcher;
    }

    @Override
    public Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        List<String> filled = command.stream().map(word -> word.replace(DialSettings.NUMBER, digits)).toList();
        try {
            OptionalInt exit = launcher.run(filled, PATIENCE);
            return exit.orElse(0) == 0 ? new Calling()
                    : DialReason.PROGRAM_FAILED.refused(command.getFirst(), exit.getAsInt());
        } catch (IOException notThere) {
            return DialReason.NO_PROGRAM.refused(command.getFirst());
        }
    }
}

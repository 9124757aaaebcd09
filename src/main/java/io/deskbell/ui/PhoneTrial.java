package io.deskbell.ui;

import io.deskbell.call.Party;
import io.deskbell.config.Config;
import io.deskbell.source.SourceStatus;
import java.util.function.Consumer;

/** Watches the phone with settings that are not in force yet, to see whether they would do. Registers nothing. */
@FunctionalInterface
public interface PhoneTrial {
    /**
     * Begins at once and returns at once.
     *
     * @param line hears, on any thread, how it stands with the line
     * @param rings hears, on any thread, who calls
     * @return what ends the trial
     */
    Runnable begin(Config config, Consumer<SourceStatus> line, Consumer<Party> rings);
}

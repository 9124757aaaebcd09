package io.deskbell.ui;

import io.deskbell.call.Party;
import io.deskbell.config.Config;
import io.deskbell.source.SourceStatus;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Watches the phone with settings that are not in force yet, to see whether they would do. Registers nothing. */
@FunctionalInterface
public interface PhoneTrial {
    /**
     * Begins at once and returns at once.
     *
     * @param line hears, on any thread, how it stands with the line, and where that is
     * @param rings hears, on any thread, who calls
     * @return what ends the trial
     */
    Runnable begin(Config config, BiConsumer<String, SourceStatus> line, Consumer<Party> rings);
}

package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Takes over what has been saved: reads it as a start would, says at once what is wrong with it, in which case nothing
 * changes, and else hands it on.
 */
final class NewSettings implements SetUp.TakingOver {
    private final Reading files;
    private final Consumer<Config> change;

    /** The configuration as it stands in the files now. */
    @FunctionalInterface
    interface Reading {
        Config load() throws ConfigException;
    }

    /** @param change takes its time, on a thread of its own */
    NewSettings(Reading files, Consumer<Config> change) {
        this.files = files;
        this.change = change;
    }

    @Override
    public void takeOver() throws IOException {
        try {
            Config next = files.load();
            Thread.ofVirtual().name("settings").start(() -> change.accept(next));
        } catch (ConfigException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        }
    }
}

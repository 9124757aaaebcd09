package io.deskbell;

import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The configuration at the start. Nobody sees what a program prints that starts at login: what is wrong is in the log,
 * and on the screen where there is one.
 */
final class StartConfig {
    private static final Logger LOG = LoggerFactory.getLogger(StartConfig.class);

    private final Loading loading;

    @FunctionalInterface
    interface Loading {
        Config load() throws ConfigException;
    }

    /** Shows what is wrong and asks for what is missing; returns when the agent is done, or does not want to. */
    @FunctionalInterface
    interface Asking {
        void ask() throws IOException, InterruptedException;
    }

    StartConfig(Loading loading) {
        this.loading = loading;
    }

    Config load() throws ConfigException {
        try {
            return loading.load();
        } catch (ConfigException faulty) {
            faulty.problems().forEach(problem -> LOG.error("the configuration has a fault: {}", problem));
            throw faulty;
        }
    }

    /** Asks once; what is wrong after that is wrong for good. */
    Config load(Asking asking) throws ConfigException, IOException, InterruptedException {
        try {
            return load();
        } catch (ConfigException faulty) {
            asking.ask();
            return load();
        }
    }
}

package io.deskbell.desktop;

import java.util.Optional;
import org.slf4j.LoggerFactory;

/** There is none here, and that is said once. */
record NoShortcut(String why) implements GlobalShortcut {
    NoShortcut {
        LoggerFactory.getLogger(GlobalShortcut.class).info("[dial] shortcut does not work here: {}", why);
    }

    @Override
    public Optional<String> trouble() {
        return Optional.of(why);
    }

    @Override
    public void close() {
        // Nothing was taken.
    }
}

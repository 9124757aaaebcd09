package io.deskbell;

import io.deskbell.desktop.GlobalShortcut;
import java.util.Optional;
import java.util.function.Function;

/** The keys of the whole screen, as the settings want them at the moment: given back before others are taken. */
final class DialShortcut implements AutoCloseable {
    private final Function<String, GlobalShortcut> take;
    private Optional<String> keys = Optional.empty();
    private Optional<GlobalShortcut> taken = Optional.empty();
    private boolean closed;

    DialShortcut(Function<String, GlobalShortcut> take) {
        this.take = take;
    }

    /** @param wanted none where nothing can be dialled */
    synchronized void follow(Optional<String> wanted) {
        if (closed || wanted.equals(keys)) return;
        taken.ifPresent(GlobalShortcut::close);
        keys = wanted;
        taken = wanted.map(take);
    }

    /** Nothing is taken after that. */
    @Override
    public synchronized void close() {
        closed = true;
        taken.ifPresent(GlobalShortcut::close);
        taken = Optional.empty();
    }
}

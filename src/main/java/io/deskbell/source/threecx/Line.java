package io.deskbell.source.threecx;

import io.deskbell.source.LineLostException;
import java.time.Duration;
import java.util.Optional;

/** The way to the telephone system while its websocket is open. */
interface Line {
    /** The next thing the websocket says; empty when nothing comes within that time. */
    Optional<String> next(Duration patience) throws LineLostException, InterruptedException;

    /**
     * @param path such as {@code /callcontrol}
     * @throws LineLostException when asking again would be in vain: the key is refused, or what it asks for
     */
    Answer ask(String path) throws LineLostException, InterruptedException;
}

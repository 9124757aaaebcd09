package io.deskbell;

import io.deskbell.desktop.Reply;
import io.deskbell.desktop.Requests;
import io.deskbell.ui.DialWords;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a later {@code deskbell} may ask while the first run's window is open: to see that window, and nothing else. Who
 * asks while the program starts after it waits for the door of the program. Any thread.
 */
final class FirstRunDoor implements Requests {
    private final Runnable show;
    private final DialWords words;
    private final CompletableFuture<Requests> program = new CompletableFuture<>();
    private volatile boolean asking = true;

    /** @param show brings the first run's window to the front; called on any thread */
    FirstRunDoor(Runnable show, DialWords words) {
        this.show = show;
        this.words = words;
    }

    /** @param window whether it is there now */
    void isOpen(boolean window) {
        asking = window;
    }

    /** From here on this one answers. */
    void handTo(Requests door) {
        program.complete(door);
    }

    @Override
    public Reply answer(List<String> asked) {
        if (!asking) return program.join().answer(asked);
        String first = asked.isEmpty() ? "" : asked.getFirst();
        if (first.equals(FrontDoor.EVENT)) {
            return new Reply(Main.FAILED, "Deskbell is not set up yet: this was not registered");
        }
        boolean toDial = DialRequests.areMeant(asked);
        if (!toDial && !asked.equals(FrontDoor.SHOW)) return new Reply(Main.FAILED, "Deskbell is not set up yet");
        show.run();
        return toDial ? new Reply(Main.FAILED, words.notYet())
                : new Reply(Main.DONE, "Deskbell is being set up; its window is shown");
    }
}

package io.deskbell.ui;

import io.deskbell.call.Dialable;
import io.deskbell.source.Dialer;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Dials without anybody waiting for it: what becomes of it is told on the screen's thread, step by step. */
final class Dials {
    /** A thread of its own for each: a phone may ring for long. */
    static final Executor IN_BACKGROUND = work -> Thread.ofVirtual().name("dial").start(work);

    private final Desk desk;
    private final DialWords words;
    private final Executor background;
    private final Executor screen;

    Dials(Desk desk, DialWords words, Executor background, Executor screen) {
        this.desk = desk;
        this.words = words;
        this.background = background;
        this.screen = screen;
    }

    boolean arePossible() {
        return desk.canDial();
    }

    /** Where waiting is allowed. */
    Executor background() {
        return background;
    }

    DialWords words() {
        return words;
    }

    /** @param say hears what is going on, for the agent; @param done hears how it came out, after the last word */
    void dial(Dialable number, Consumer<String> say, Consumer<Dialer.Outcome> done) {
        say.accept(words.underWay());
        background.execute(() -> {
            try {
                Dialer.Outcome outcome = desk.dial(number, () -> screen.execute(() -> say.accept(words.pickUp())));
                screen.execute(() -> {
                    say.accept(words.of(outcome));
                    done.accept(outcome);
                });
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The same for what somebody has written. */
    void dial(String written, Consumer<String> say) {
        desk.toDial(written).ifPresentOrElse(number -> dial(number, say, outcome -> { }),
                () -> say.accept(words.noNumber()));
    }
}

package io.deskbell.ui.tray;

import java.util.concurrent.atomic.AtomicReference;

/** What is paused now. Nothing of it is kept on disk: see {@link Paused}. Thread safe. */
public final class PauseSwitch {
    private final AtomicReference<Paused> now = new AtomicReference<>(Paused.NOTHING);

    public Paused now() {
        return now.get();
    }

    public void pause(Paused what) {
        now.set(what);
    }

    public void resume() {
        now.set(Paused.NOTHING);
    }

    /** Asked before each pop and each toast. */
    public boolean stopsPops() {
        return now() != Paused.NOTHING;
    }

    /** Asked when a call is answered: what it says then holds for the call to its end. */
    public boolean stopsRegistration() {
        return now() == Paused.REGISTRATION;
    }
}

package io.deskbell.desktop;

import java.util.List;

/** What we ask of Windows about other programs' windows; a stand-in has windows of its own. */
interface WindowsScreen {
    /** A window that can be seen, minimised or not. */
    record Shown(long handle, String kind, String title, boolean minimised) {
        @Override
        public String toString() {
            return kind + " " + handle; // The title may name a caller.
        }
    }

    /** From the front to the back. */
    List<Shown> windows();

    void restore(long handle);

    /** Asks for it; Windows may decline. */
    void raise(long handle);

    /** Lets the next {@link #raise} through. */
    void liftForegroundLock();

    long foreground();
}

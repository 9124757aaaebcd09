package io.deskbell.pop;

import java.net.URI;

/** Brings something before the agent's eyes. Takes a few seconds at most. */
@FunctionalInterface
public interface Browser {
    /** This very address. */
    void show(URI address);

    /** Agent Inbox, whatever it shows just now; this address where it is not open. */
    default void showInbox(URI frontPage) {
        show(frontPage);
    }
}

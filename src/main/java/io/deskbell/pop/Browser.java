package io.deskbell.pop;

import java.net.URI;

/**
 * Brings an address before the agent's eyes; returns at once. A later version looks here for an open Agent Inbox window
 * first ({@code [pop] mode = focus}); until then every mode opens a tab.
 */
@FunctionalInterface
public interface Browser {
    void show(URI address);
}

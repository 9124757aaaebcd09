package io.deskbell.ui.tray;

/**
 * What the agent has put on hold. A pause ends with {@link TrayAction.Resume} or with the program, so that a forgotten
 * one cannot swallow the calls of the next day.
 */
public enum Paused {
    NOTHING,
    /** No pop and no toast; calls are registered as ever. */
    POPS,
    /**
     * The same, and calls answered from now on are kept in the call list and are not registered with Agent Inbox. Calls
     * registered before are ended there as they should be, and events that wait for delivery are delivered.
     */
    REGISTRATION
}

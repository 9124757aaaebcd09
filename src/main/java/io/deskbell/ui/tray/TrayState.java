package io.deskbell.ui.tray;

/** What the icon shows at a glance. */
public enum TrayState {
    CONNECTING,
    WATCHING,
    IN_CALL,
    PHONE_LOST,
    /** Agent Inbox cannot be reached or refuses the key, or the disk takes nothing. */
    TROUBLE,
    PAUSED
}

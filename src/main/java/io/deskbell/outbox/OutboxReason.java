package io.deskbell.outbox;

import io.deskbell.call.Reason;

/** Why nothing was carried or written down, where the trouble is on this computer. */
enum OutboxReason implements Reason.Kind {
    FAULT("a fault in the program (see the log)"),
    DISK_FULL("the disk is full: make room on it"),
    NOT_ALLOWED("this user may not write the database"),
    NOT_OPENED("the database cannot be opened: see to the folder's rights, and to room on the disk"),
    DISK_FAULT("the disk has no room or a fault ({0}): make room on it, or have it looked at"),
    DATABASE("the database says {0}");

    private final String english;

    OutboxReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    DiskException from(Exception trouble, Object... arguments) {
        return new DiskException(Reason.of(this, arguments), trouble);
    }
}

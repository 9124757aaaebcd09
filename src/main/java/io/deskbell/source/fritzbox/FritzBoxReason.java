package io.deskbell.source.fritzbox;

import io.deskbell.call.Reason;

/** Why the calls of a FRITZ!Box are not seen: each with what to do about it. */
enum FritzBoxReason implements Reason.Kind {
    SWITCH_ON("switch the call monitor on by dialling #96*5* on a telephone at the box"),
    NO_MONITOR("that is no call monitor of a FRITZ!Box: check [fritzbox] host and port"),
    RESTARTING("{0} ended the connection: is the box restarting?");

    private final String english;

    FritzBoxReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

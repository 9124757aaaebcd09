package io.deskbell.source.baresip;

import io.deskbell.call.Reason;

/** Why baresip is not watched, or does not dial: each with what to do about it. */
enum BaresipReason implements Reason.Kind {
    START("start baresip, with module_app ctrl_tcp.so in its configuration"),
    ENDED("baresip ended the connection: did it stop, or did another program take its place? baresip takes"
            + " one at a time"),
    NO_CTRL_TCP("that is not baresip's ctrl_tcp: check [baresip] host and port"),
    NOT_CONNECTED("baresip is not connected: is it running?"),
    SILENT("baresip does not answer"),
    NOT_DIALLED("baresip refuses: is its account registered?"),
    LOST("the connection to baresip was lost");

    private final String english;

    BaresipReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

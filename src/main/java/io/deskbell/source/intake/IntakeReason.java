package io.deskbell.source.intake;

import io.deskbell.call.Reason;

/** Why phones cannot tell of their calls here. */
enum IntakeReason implements Reason.Kind {
    PORT_TAKEN("port {0} on {1} cannot be had ({2}): is it another program's? change [intake] port or bind");

    private final String english;

    IntakeReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

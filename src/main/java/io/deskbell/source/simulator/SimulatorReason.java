package io.deskbell.source.simulator;

import io.deskbell.call.Reason;

/** Why the simulated phone does not dial. */
enum SimulatorReason implements Reason.Kind {
    OFF("the simulated phone is not switched on yet");

    private final String english;

    SimulatorReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

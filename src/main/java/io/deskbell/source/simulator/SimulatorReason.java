package io.deskbell.source.simulator;

import io.deskbell.call.Reason;

/** Why the simulated phone does not dial, and where it is. */
enum SimulatorReason implements Reason.Kind {
    OFF("the simulated phone is not switched on yet"),
    HERE("the simulated phone");

    private final String english;

    SimulatorReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

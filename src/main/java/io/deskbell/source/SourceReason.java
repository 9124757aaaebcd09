package io.deskbell.source;

import io.deskbell.call.Reason;

/** Why any phone may not be watched. */
enum SourceReason implements Reason.Kind {
    ENDED("the line ended"),
    FAULT("a fault in the program (see the log)");

    private final String english;

    SourceReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

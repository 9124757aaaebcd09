package io.deskbell.doctor;

import io.deskbell.call.Reason;

/** What a place of the configuration holds. */
enum OriginReason implements Reason.Kind {
    NOT_THERE("not there"),
    SETS_NOTHING("sets nothing"),
    SETS_ONE("sets {0}"),
    SETS_MANY("sets {0} keys"),
    LOCKS("{0}, locks {1}");

    private final String english;

    OriginReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

package io.deskbell.source.bria;

import io.deskbell.call.Reason;

/** Why Bria is not watched, or does not dial: each with what to do about it. */
enum BriaReason implements Reason.Kind {
    START("start Bria, and allow other programs in its preferences, under Application, Security"),
    REFUSES("Bria refuses to tell of calls ({0}): allow other programs in its preferences, under Application,"
            + " Security"),
    HALF("Bria said something that is not whole"),
    NOT_CONNECTED("Bria is not connected: is it running?"),
    SILENT("Bria does not answer"),
    NOT_DIALLED("Bria refuses ({0}): is its account registered?");

    private final String english;

    BriaReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

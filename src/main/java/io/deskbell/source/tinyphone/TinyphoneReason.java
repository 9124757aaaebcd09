package io.deskbell.source.tinyphone;

import io.deskbell.call.Reason;

/** Why Tinyphone is not watched, or does not dial: each with what to do about it. */
enum TinyphoneReason implements Reason.Kind {
    START("start Tinyphone, with its events switched on (enableWSEvents)"),
    NOT_JSON("Tinyphone said something that is not JSON: check [tinyphone] url"),
    NO_LIST("Tinyphone does not say what calls there are ({0})"),
    UNREGISTERED("Tinyphone refuses: is its account registered?"),
    NOT_DIALLED("Tinyphone refuses ({0})"),
    UNREACHABLE("Tinyphone does not answer: is it running?");

    private final String english;

    TinyphoneReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}

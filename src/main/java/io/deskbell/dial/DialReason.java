package io.deskbell.dial;

import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;

/** Why a number was not dialled, each with what to do about it. */
enum DialReason implements Reason.Kind {
    LOGIN("the phone at {0} wants a log-in: check [dial] user and password"),
    FORBIDDEN("the phone at {0} does not let this computer dial: allow its address in the phone's settings"),
    NO_ADDRESS("the phone at {0} does not know that address: check [dial] url"),
    REFUSED("the phone at {0} refuses ({1})"),
    SILENT("the phone at {0} does not answer: is it switched on? Check [dial] url"),
    PROGRAM_FAILED("{0} ended with {1}: check [dial] command"),
    NO_PROGRAM("{0} cannot be started: check [dial] command"),
    NO_SOFTPHONE("no program of this computer takes sip: addresses: check the softphone, or [dial] url");

    private final String english;

    DialReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    Dialer.Refused refused(Object... arguments) {
        return new Dialer.Refused(Reason.of(this, arguments));
    }
}

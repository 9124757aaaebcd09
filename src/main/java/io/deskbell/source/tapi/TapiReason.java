package io.deskbell.source.tapi;

import io.deskbell.call.Reason;

/** Why a line of Windows telephony is not watched, with what to do about it, and the steps of a diagnosis. */
enum TapiReason implements Reason.Kind {
    NO_TELEPHONY("Windows telephony cannot be loaded ({0}): this Windows has none, or a part of the installation is"
            + " missing (jnidispatch)"),
    EVENT_GONE("Windows telephony has taken its event away; beginning afresh"),
    CHANGING("Windows telephony is being changed; trying again"),
    NO_DRIVER("Windows has no telephony driver: install the telephone system's TAPI driver, for 64-bit Windows"),
    NOT_STARTED("Windows telephony does not start ({0}): start the service Telephony (TapiSrv)"),
    UNUSABLE("Windows telephony cannot be used: {0}"),
    SILENT("the telephony driver does not answer: start its program, or the service Telephony (TapiSrv), anew"),
    NO_SUCH_LINE("there is no line {0}; {1}. Check [tapi] line, or start the driver's program"),
    SEVERAL_CALLED("{0} lines are called {1}: set [tapi] line to a GUID (deskbell phones tapi)"),
    NO_LINE("Windows has no telephone line: install the telephone system's TAPI driver, for 64-bit Windows"),
    WHICH_LINE("which line is the agent's? {0}. Set [tapi] line"),
    NONE("there is none"),
    SOME("there are {0}"),
    MORE("there are {0} and others"),
    HELD("the line {0} is held by another program for itself alone: close that program"),
    GONE("the line {0} is gone"),
    NOT_OPENED("the line {0} cannot be opened ({1}): is the driver set up, and logged in to the telephone system?"),
    NOT_WATCHED("the line {0} cannot be opened for watching: {1}"),
    OUT_OF_SERVICE("the line {0} is out of service: its driver does not reach the telephone system"),
    AFRESH("a telephony driver came or went; beginning afresh"),
    CLOSED("the driver has closed the line {0}"),
    ENDED("the line ended"),
    BEGUN("Windows telephony has begun"),
    FOUND("found the line {0}, driver {1}"),
    FOUND_BY_GUID("found the line {0} {1}, driver {2}"),
    OPENED("opened for watching"),
    HERE("this computer");

    private final String english;

    TapiReason(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }

    Reason of(Object... arguments) {
        return Reason.of(this, arguments);
    }
}

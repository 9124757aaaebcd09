package io.deskbell.source.tapi;

import io.deskbell.source.LineLostException;
import java.time.Duration;

/** Puts TAPI's errors into words a person can act on. */
final class TapiTrouble {
    /** What Windows asks for before telephony is begun afresh. */
    static final Duration AFRESH = Duration.ofSeconds(2);

    private TapiTrouble() {
    }

    static LineLostException begin(TapiException why) {
        if (why.is(Tapi.Failure.REINIT)) {
            return new LineLostException("Windows telephony is being changed; trying again", AFRESH);
        }
        if (why.is(Tapi.Failure.NODRIVER) || why.is(Tapi.Failure.NODEVICE)) {
            return new LineLostException("Windows has no telephony driver: install the telephone system's TAPI driver,"
                    + " for 64-bit Windows");
        }
        if (why.is(Tapi.Failure.SERVICE_NOT_RUNNING) || why.is(Tapi.Failure.OPERATIONFAILED)) {
            return new LineLostException("Windows telephony does not start (" + why.getMessage()
                    + "): start the service Telephony (TapiSrv)");
        }
        return new LineLostException("Windows telephony cannot be used: " + why.getMessage());
    }

    static LineLostException outOfService(LineDevice line) {
        return new LineLostException("the line " + line.name() + " is out of service: its driver does not reach the"
                + " telephone system");
    }

    static LineLostException open(LineDevice line, TapiException why) {
        String name = "the line " + line.name();
        if (why.is(Tapi.Failure.ALLOCATED)) {
            return new LineLostException(name + " is held by another program for itself alone: close that program");
        }
        if (why.is(Tapi.Failure.NODEVICE) || why.is(Tapi.Failure.BADDEVICEID)) {
            return new LineLostException(name + " is gone");
        }
        if (why.is(Tapi.Failure.RESOURCEUNAVAIL) || why.is(Tapi.Failure.OPERATIONFAILED)) {
            return new LineLostException(name + " cannot be opened (" + why.getMessage()
                    + "): is the driver set up, and logged in to the telephone system?");
        }
        return new LineLostException(name + " cannot be opened for watching: " + why.getMessage());
    }
}

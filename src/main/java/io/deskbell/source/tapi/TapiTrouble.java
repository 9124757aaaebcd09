package io.deskbell.source.tapi;

import io.deskbell.source.LineLostException;
import java.time.Duration;

/** Puts TAPI's errors into reasons a person can act on. */
final class TapiTrouble {
    /** What Windows asks for before telephony is begun afresh. */
    static final Duration AFRESH = Duration.ofSeconds(2);

    private TapiTrouble() {
    }

    static LineLostException begin(TapiException why) {
        if (why.is(Tapi.Failure.REINIT)) return new LineLostException(TapiReason.CHANGING.of(), AFRESH);
        if (why.is(Tapi.Failure.NODRIVER) || why.is(Tapi.Failure.NODEVICE)) {
            return new LineLostException(TapiReason.NO_DRIVER.of());
        }
        boolean service = why.is(Tapi.Failure.SERVICE_NOT_RUNNING) || why.is(Tapi.Failure.OPERATIONFAILED);
        return new LineLostException((service ? TapiReason.NOT_STARTED : TapiReason.UNUSABLE).of(why.getMessage()));
    }

    static LineLostException outOfService(LineDevice line) {
        return new LineLostException(TapiReason.OUT_OF_SERVICE.of(line.name()));
    }

    static LineLostException open(LineDevice line, TapiException why) {
        if (why.is(Tapi.Failure.ALLOCATED)) return new LineLostException(TapiReason.HELD.of(line.name()));
        if (why.is(Tapi.Failure.NODEVICE) || why.is(Tapi.Failure.BADDEVICEID)) {
            return new LineLostException(TapiReason.GONE.of(line.name()));
        }
        boolean notReady = why.is(Tapi.Failure.RESOURCEUNAVAIL) || why.is(Tapi.Failure.OPERATIONFAILED);
        return new LineLostException((notReady ? TapiReason.NOT_OPENED : TapiReason.NOT_WATCHED)
                .of(line.name(), why.getMessage()));
    }
}

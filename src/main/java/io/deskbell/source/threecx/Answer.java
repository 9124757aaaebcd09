package io.deskbell.source.threecx;

import io.deskbell.call.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of a question.
 *
 * @param status of HTTP; 0 when there was no answer at all
 * @param serverTime by the telephone system's clock, where it tells
 * @param pause asked for before the next question
 * @param noAnswer why there was none
 */
record Answer(int status, String body, Optional<Instant> serverTime, Optional<Duration> pause,
              Optional<Reason> noAnswer) {
    static Answer of(int status, String body) {
        return new Answer(status, body, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Answer none(Reason why) {
        return new Answer(0, "", Optional.empty(), Optional.empty(), Optional.of(why));
    }

    boolean isGood() {
        return status == 200;
    }

    boolean isNowhere() {
        return status == 404;
    }

    /** Why it serves for nothing, in words. */
    Reason trouble() {
        if (noAnswer.isPresent()) return noAnswer.get();
        if (status == 429) return Reason.of(ThreeCxReason.TOO_OFTEN);
        return status == 200 ? Reason.of(ThreeCxReason.HALF) : Reason.of(ThreeCxReason.UNABLE, status);
    }
}

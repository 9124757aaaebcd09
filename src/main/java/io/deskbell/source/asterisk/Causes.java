package io.deskbell.source.asterisk;

import io.deskbell.call.CallReport;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import java.util.Set;

/** Why a call was not answered: Asterisk's hang-up causes (causes.h, after Q.850) and dial statuses. */
final class Causes {
    private static final String BUSY = "17";
    private static final String REJECTED = "21";
    private static final String ANSWERED_ELSEWHERE = "26";
    /** No such number, no route, out of order, congestion and the like. */
    private static final Set<String> FAILED = Set.of("1", "2", "3", "20", "22", "27", "28", "34", "38", "41", "42",
            "44", "50", "58", "66");

    private Causes() {
    }

    /** @param taken somebody else is in conversation with the caller */
    static EndReason unanswered(DeskCall call, boolean taken) {
        if (call.cause.equals(BUSY) || call.dialStatus.equals("BUSY")) return EndReason.BUSY;
        if (call.cause.equals(REJECTED)) return EndReason.REJECTED;
        boolean outbound = call.told.flatMap(CallReport::direction).filter(Direction.OUTBOUND::equals).isPresent();
        if (!outbound) {
            boolean elsewhere = call.cause.equals(ANSWERED_ELSEWHERE) || taken;
            return elsewhere ? EndReason.ANSWERED_ELSEWHERE : EndReason.NO_ANSWER;
        }
        boolean failed = FAILED.contains(call.cause) || call.dialStatus.equals("CONGESTION")
                || call.dialStatus.equals("CHANUNAVAIL");
        return failed ? EndReason.FAILED : EndReason.NO_ANSWER;
    }
}

package io.deskbell.doctor;

import io.deskbell.call.Call;
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.LoggedCall;
import java.io.IOException;
import java.util.List;

/** Whether the telephone system tells the other party's number, by the calls of late. */
public final class NumbersCheck implements Check {
    private static final int LATEST = 100;

    private final CallLog log;

    public NumbersCheck(CallLog log) {
        this.log = log;
    }

    @Override
    public List<Finding> look() {
        try {
            List<Call> calls = log.newest(LATEST).stream().map(LoggedCall::call).toList();
            return List.of(judge(false, calls.stream().filter(call -> !call.isOutbound()).toList()),
                    judge(true, calls.stream().filter(Call::isOutbound).toList()));
        } catch (IOException notThere) { // Or not readable, which is the disk's matter.
            return List.of(DoctorReason.NUMBERS_UNREAD.found());
        }
    }

    /** A call whose direction is not told counts as inbound: what tells no direction tells no number either. */
    private static Finding judge(boolean outbound, List<Call> calls) {
        if (calls.isEmpty()) {
            return (outbound ? DoctorReason.NUMBERS_NO_OUTBOUND : DoctorReason.NUMBERS_NO_INBOUND).found();
        }
        long told = calls.stream().filter(call -> call.party().isKnown()).count();
        DoctorReason count = outbound ? DoctorReason.NUMBERS_OUTBOUND : DoctorReason.NUMBERS_INBOUND;
        if (told == calls.size()) return count.found(told, calls.size());
        return (told == 0 ? DoctorReason.NUMBERS_NEVER : DoctorReason.NUMBERS_FEW)
                .found(count.words(told, calls.size()));
    }
}

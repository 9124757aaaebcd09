package io.deskbell.doctor;

import io.deskbell.call.Call;
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.LoggedCall;
import java.io.IOException;
import java.util.List;

/** Whether the telephone system tells the other party's number, by the calls of late. */
public final class NumbersCheck implements Check {
    private static final String PART = "numbers";
    private static final int LATEST = 100;

    private final CallLog log;

    public NumbersCheck(CallLog log) {
        this.log = log;
    }

    @Override
    public List<Finding> look() {
        try {
            List<Call> calls = log.newest(LATEST).stream().map(LoggedCall::call).toList();
            return List.of(judge("inbound", calls.stream().filter(call -> !call.isOutbound()).toList()),
                    judge("outbound", calls.stream().filter(Call::isOutbound).toList()));
        } catch (IOException unreadable) {
            return List.of(Finding.note(PART, "the call list cannot be read: " + unreadable.getMessage()));
        }
    }

    /** A call whose direction is not told counts as inbound: what tells no direction tells no number either. */
    private static Finding judge(String way, List<Call> calls) {
        if (calls.isEmpty()) return Finding.note(PART, "no " + way + " call seen yet: make one and look again");
        long told = calls.stream().filter(call -> call.party().isKnown()).count();
        String count = told + " of the last " + calls.size() + " " + way + " calls came with a number";
        if (told == calls.size()) return Finding.well(PART, count);
        String meaning = "; calls without one are shown and not registered. The telephone system decides what it"
                + " tells: ask for caller numbers in its dialog events, or use another source";
        return told == 0 ? Finding.broken(PART, count + meaning) : Finding.note(PART, count + meaning);
    }
}

package io.deskbell.source;

import io.deskbell.call.CallReport;
import java.time.Instant;
import java.util.List;

/** Takes what a phone says; blocks its caller for a moment when more is said than can be followed. */
public interface PhoneListener {
    /** The line is up. Calls missing from the next snapshot ended while it was down. */
    void watching() throws InterruptedException;

    void report(CallReport report) throws InterruptedException;

    /** All calls there are at the phone; those not named have ended. */
    void snapshot(List<CallReport> reports, Instant at) throws InterruptedException;
}

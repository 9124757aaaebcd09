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

    /**
     * Has {@code then} done once all that was told before is safe on disk: for a source that has to say so to somebody
     * who tells it again otherwise. On any thread, at once or later, and not at all where the program dies before.
     */
    default void whenSafe(Runnable then) throws InterruptedException {
        then.run();
    }

    /**
     * Takes what the same source sees of the same calls in another way, under other names: to be joined with the rest
     * as if it were another phone's.
     *
     * @param way its name, one for each way
     */
    default PhoneListener alsoSeen(String way) {
        return this;
    }
}

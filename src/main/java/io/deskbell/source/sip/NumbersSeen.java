package io.deskbell.source.sip;

import java.util.concurrent.atomic.AtomicInteger;

/** Whether this telephone system tells numbers at all, for the diagnosis. Any thread may ask. */
public final class NumbersSeen {
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger withNumber = new AtomicInteger();

    /** Calls seen since the program started. */
    public int calls() {
        return calls.get();
    }

    /** Those of which somebody at the other end was named, an outside number, a colleague or "withheld". */
    public int withNumber() {
        return withNumber.get();
    }

    /** Calls were seen and not one came with a number. */
    public boolean isNumberless() {
        return calls() > 0 && withNumber() == 0;
    }

    void call() {
        calls.incrementAndGet();
    }

    void number() {
        withNumber.incrementAndGet();
    }
}

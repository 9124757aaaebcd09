package io.deskbell.lookup;

import io.deskbell.call.Reason;

/** What came of asking an address. */
sealed interface Answer {
    /** It answered, if only that it knows nobody. */
    record Told(Found found) implements Answer {
    }

    /** It did not, or with what nobody understands. */
    record Fault(Reason reason) implements Answer {
    }

    default Found found() {
        return this instanceof Told told ? told.found() : Found.NOTHING;
    }
}

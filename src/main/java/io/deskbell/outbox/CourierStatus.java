package io.deskbell.outbox;

import java.time.Instant;

/** How it stands between the courier and the helpdesk. */
public sealed interface CourierStatus {
    /** All is well as far as is known. */
    record Delivering() implements CourierStatus {
    }

    /** @param why in words a person can act on */
    record Unavailable(String why, Instant since) implements CourierStatus {
    }

    /** The key is refused; nothing goes until it is another. */
    record Unauthorized(String why, Instant since) implements CourierStatus {
    }
}

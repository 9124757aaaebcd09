package io.deskbell.outbox;

import io.deskbell.call.Call;
import io.deskbell.call.NotRegistered;
import java.time.Instant;
import java.util.Optional;

/** Something to be written. Writing it twice is the same as writing it once. */
sealed interface Change {
    /** The call as it is now, and why the helpdesk does not hear of it. */
    record CallChanged(Call call, Optional<NotRegistered> why) implements Change {
    }

    /** A registration in whatever state it is. */
    record EntryChanged(Entry entry, Instant at) implements Change {
    }
}

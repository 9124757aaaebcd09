package io.deskbell.lookup;

import io.deskbell.call.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that something tells nothing any more, and once that it does again. Thread safe. */
final class Trouble {
    private static final Logger LOG = LoggerFactory.getLogger(Trouble.class);

    private final String where;
    private boolean told;
    private Reason last = Reason.words("");

    /** @param where callers are looked up */
    Trouble(String where) {
        this.where = where;
    }

    /** Another reason is worth another line; a list that is mended halfway has one. */
    synchronized void is(Reason reason) {
        if (told && reason.equals(last)) return;
        LOG.warn("callers are not looked up in {}: {}", where, reason.english());
        told = true;
        last = reason;
    }

    synchronized void isOver() {
        if (told) LOG.info("callers are looked up in {} again", where);
        told = false;
    }
}

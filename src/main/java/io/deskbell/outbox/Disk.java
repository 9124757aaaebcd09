package io.deskbell.outbox;

import java.io.IOException;
import java.util.List;

/** Where the outbox is kept. Passed in, so that tests can have one that is full. Not thread safe. */
interface Disk {
    /**
     * Writes all of it or nothing; on return it survives a power cut.
     *
     * @throws DamagedException when the file is no database any more
     * @throws IOException in words for a person, when the disk does not take it now
     */
    void write(List<Change> changes) throws IOException;

    /** Puts the damaged file out of the way and starts an empty one. */
    void beginAnew() throws IOException;

    /** All there is of one call, in order. */
    List<Entry> entriesOf(String callId) throws IOException;

    void close();
}

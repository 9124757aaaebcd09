package io.deskbell.outbox;

import io.deskbell.call.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes changes in order, and keeps those that the disk does not take until it does; says once when it stops taking
 * them and once when it takes them again. One thread writes; any may ask how it stands.
 */
final class Unwritten {
    private static final Logger LOG = LoggerFactory.getLogger(Unwritten.class);

    private final Disk disk;
    private final Supplier<List<Change>> everything;
    private final List<Change> kept = new ArrayList<>();
    private volatile Optional<Reason> trouble = Optional.empty();
    private volatile int size;

    /** @param everything what to write into a new database when the old one turns out damaged */
    Unwritten(Disk disk, Supplier<List<Change>> everything) {
        this.disk = disk;
        this.everything = everything;
    }

    /** Why the disk takes nothing; empty when all is written. */
    Optional<Reason> trouble() {
        return trouble;
    }

    int size() {
        return size;
    }

    /** Whether all of it, and all that was kept before, is safely on disk now. */
    boolean write(List<Change> changes) {
        kept.addAll(changes);
        if (kept.isEmpty()) return true;
        try {
            writeKept();
            return true;
        } catch (IOException why) {
            failed(DiskException.reasonOf(why));
            return false;
        }
    }

    private void writeKept() throws IOException {
        try {
            disk.write(kept);
        } catch (DamagedException damaged) {
            kept.addAll(0, everything.get()); // What is kept is newer: it goes over it.
            disk.beginAnew();
            disk.write(kept);
        }
        if (trouble.isPresent()) LOG.info("the database is written again; {} changes waited", kept.size());
        trouble = Optional.empty();
        kept.clear();
        size = 0;
    }

    private void failed(Reason why) {
        if (trouble.isEmpty()) {
            LOG.error("the database cannot be written: {}. Calls are kept in memory and delivered from there",
                    why.english());
        }
        trouble = Optional.of(why);
        size = kept.size();
    }
}

package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real database that may not grow: SQLite answers then as it does on a full disk. */
final class FullDiskTest {
    private static final int FEW_PAGES = 12;
    private static final int MANY_PAGES = 100_000;
    private static final int EVENTS = 400;

    private final FakeClock clock = new FakeClock();
    @TempDir
    private Path folder;

    /** Keeps hold of the connection, so that its room can be changed. */
    private static final class SmallFile extends DatabaseFile {
        private Connection connection;
        private int pages = FEW_PAGES;

        SmallFile(Path folder, Clock clock) {
            super(folder, clock);
        }

        @Override
        Connection openSound() throws IOException {
            connection = super.openSound();
            room(pages);
            return connection;
        }

        private void room(int most) throws IOException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + pages);
            } catch (SQLException trouble) {
                throw new IOException(trouble);
            }
        }
    }

    @Test
    void whatDidNotFitIsWrittenInOrderOnceThereIsRoom() throws IOException {
        SmallFile file = new SmallFile(folder, clock);
        SqliteDisk disk = SqliteDisk.open(file, clock);
        Outbox outbox = new Outbox(disk, new Outbox.Stored(0, List.of(), List.of()), clock);
        for (int i = 0; i < EVENTS; i++) {
            outbox.record(Samples.connected("call-" + i, Samples.CUSTOMER, clock.instant()), Optional.empty(),
                    Optional.of(Samples.answered("call-" + i, clock.instant())));
        }
        Counts full = outbox.counts();
        assertEquals(EVENTS, full.waiting());
        assertEquals(Optional.of(Reason.words("the disk is full: make room on it")), full.diskTrouble());
        assertTrue(full.unwritten() > 0);

        file.pages = MANY_PAGES;
        assertTrue(outbox.writeWhatIsLeft());
        outbox.close();
        try (Storage storage = Storage.open(folder, clock)) {
            List<String> waiting = storage.outbox().queues().all().stream().map(Entry::callId).toList();
            assertEquals(EVENTS, waiting.size());
            assertEquals("call-0", waiting.getFirst());
            assertEquals("call-" + (EVENTS - 1), waiting.getLast());
        }
    }
}

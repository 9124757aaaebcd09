package io.deskbell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    @TempDir
    Path folder;

    @Test
    void whatWasAddedIsThereAfterARestartInItsOrder() throws Exception {
        try (Spool spool = Spool.open(folder, 100)) {
            add(spool, "a");
            add(spool, "b");
            spool.add(Told.AT, Optional.of("201"), bytes("c"));
            spool.remove(spool.after(0, 1).getFirst().number());
        }
        try (Spool again = Spool.open(folder, 100)) {
            assertEquals(2, again.waiting());
            assertEquals(List.of("b Optional.empty", "c Optional[201]"), again.after(0, 10).stream()
                    .map(item -> new String(item.body(), StandardCharsets.UTF_8) + " " + item.to()).toList());
        }
    }

    /** Else what was sent before the restart would be taken for something new, or something new for it. */
    @Test
    void numbersAreNeverUsedAgain() throws Exception {
        long last;
        try (Spool spool = Spool.open(folder, 100)) {
            add(spool, "a");
            last = spool.after(0, 1).getFirst().number();
            spool.remove(last);
        }
        try (Spool again = Spool.open(folder, 100)) {
            add(again, "b");
            assertTrue(again.after(0, 1).getFirst().number() > last);
        }
    }

    @Test
    void aFullSpoolTakesNoMoreUntilThereIsRoom() throws Exception {
        try (Spool spool = Spool.open(folder, 2)) {
            add(spool, "a");
            add(spool, "b");
            assertThrows(SpoolFullException.class, () -> add(spool, "c"));
            spool.remove(spool.after(0, 1).getFirst().number());
            spool.after(0, 1); // Answered after the removal.
            add(spool, "d");
            assertEquals(2, spool.waiting());
        }
    }

    /** A real database that may not grow: SQLite answers then as it does on a full disk. */
    @Test
    void whatTheDiskRefusesIsNotAnsweredForAndNothingElseIsLost() throws Exception {
        Connection connection = SpoolFile.connect(folder.resolve(SpoolFile.NAME));
        try (Spool spool = Spool.of(new SpoolFile(connection), 10_000)) {
            room(connection, 12);
            int taken = 0;
            IOException refusal = null;
            while (refusal == null) {
                try {
                    add(spool, "x".repeat(1_000));
                    taken++;
                } catch (IOException full) {
                    refusal = full;
                }
            }
            assertEquals("the disk is full: make room", refusal.getMessage());
            assertEquals(taken, spool.waiting());
            assertEquals(taken, spool.after(0, 10_000).size());

            room(connection, 100_000);
            add(spool, "after");
            assertEquals(taken + 1, spool.after(0, 10_000).size());
        }
    }

    private static void room(Connection connection, int pages) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    @Test
    void manyMayAddAtOnceAndEachIsSafeWhenItReturns() throws Exception {
        try (Spool spool = Spool.open(folder, 10_000)) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                threads.add(Thread.ofVirtual().start(() -> addTwenty(spool)));
            }
            for (Thread thread : threads) thread.join();
            assertEquals(1_000, spool.after(0, 5_000).size());
        }
    }

    @Test
    void twoRelaysInOneFolderAreToldApart() throws Exception {
        try (Spool spool = Spool.open(folder, 10)) {
            String words = assertThrows(IOException.class, () -> Spool.open(folder, 10)).getMessage();
            assertTrue(words.contains("another relay works there"), words);
            assertEquals(0, spool.waiting());
        }
    }

    @Test
    void aDamagedSpoolIsPutAside() throws Exception {
        Files.writeString(folder.resolve(SpoolFile.NAME), "no database, but long enough to be one".repeat(99));
        try (Spool spool = Spool.open(folder, 10)) {
            add(spool, "a");
        }
        assertTrue(Files.exists(folder.resolve("relay-damaged.db")));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights of other users are not POSIX ones there")
    void nobodyElseReadsWhoCalled() throws Exception {
        Path data = folder.resolve("data");
        try (Spool spool = Spool.open(data, 10)) {
            add(spool, "a");
            assertEquals("rwx------", rights(data));
            try (Stream<Path> files = Files.list(data)) {
                for (Path file : files.toList()) assertEquals("rw-------", rights(file), file.toString());
            }
        }
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void nothingIsTakenOnceItIsClosed() throws Exception {
        Spool spool = Spool.open(folder, 10);
        spool.close();
        assertThrows(IOException.class, () -> add(spool, "a"));
        assertThrows(IOException.class, () -> spool.after(0, 1));
    }

    private static void addTwenty(Spool spool) {
        try {
            for (int i = 0; i < 20; i++) add(spool, "x");
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void add(Spool spool, String text) throws IOException, InterruptedException {
        spool.add(Told.AT, Optional.empty(), bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

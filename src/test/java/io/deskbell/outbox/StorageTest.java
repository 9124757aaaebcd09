package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.deskbell.call.Call;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Registration;
import io.deskbell.call.Transfer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StorageTest {
    private final FakeClock clock = new FakeClock();
    @TempDir
    private Path folder;

    @Test
    void aCallComesBackAsItWas() throws IOException {
        Call full = new Call("1-20260302", CallKey.reused("1"), Samples.DESK, Optional.of(Direction.OUTBOUND),
                new Party.Outside(new PhoneNumber("+4930123456"), "Grüße & 株式会社"),
                Optional.of(new PhoneNumber("+31201234567")), CallState.ENDED, FakeClock.NINE,
                Optional.of(FakeClock.NINE.plusMillis(1)), Optional.of(FakeClock.NINE.plusNanos(5_000)),
                Optional.of(EndReason.TRANSFERRED), Optional.of(new Transfer(new Extension("0205"), true)),
                Optional.of(new Extension("reception")), Optional.of("klant 42"));
        List<Call> calls = List.of(full, Samples.ringing("b", Samples.COLLEAGUE, FakeClock.NINE.minusSeconds(1)),
                Samples.ringing("c", new Party.Withheld(), FakeClock.NINE.minusSeconds(2)),
                Samples.ringing("d", new Party.Unknown("Somebody"), FakeClock.NINE.minusSeconds(3)));
        try (Storage storage = Storage.open(folder, clock)) {
            calls.forEach(call -> storage.outbox().record(call, Optional.empty(), Optional.empty()));
            assertEquals(calls, storage.log().newest(10).stream().map(LoggedCall::call).toList());
        }
    }

    @Test
    void aRegistrationComesBackAsItWas() throws IOException {
        Registration full = new Registration(Registration.Kind.TRANSFER, "a", Samples.NUMBER, new Extension("007"),
                Direction.OUTBOUND, Optional.of("+31201234567"),
                Optional.of(new Registration.Filter("customer", "4 2")), FakeClock.NINE);
        try (Storage storage = Storage.open(folder, clock)) {
            record(storage, full);
        }
        try (Storage storage = Storage.open(folder, clock)) {
            assertEquals(List.of(Entry.waiting(1, full)), storage.outbox().queues().all());
        }
    }

    @Test
    void aFolderThatCannotBeOneIsSaidInWords() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals("the data folder " + file + " cannot be used, it is a file: name another with --data",
                assertThrows(IOException.class, () -> Storage.open(file, clock)).getMessage());
        Path below = file.resolve("data");
        assertEquals("the data folder " + below + " cannot be used, Not a directory: name another with --data",
                assertThrows(IOException.class, () -> Storage.open(below, clock)).getMessage());
    }

    @Test
    void whatWaitedBeforeTheProgramDiedStillWaitsAndNumbersGoOn() throws IOException {
        try (Storage storage = Storage.open(folder, clock)) {
            record(storage, Samples.answered("a", FakeClock.NINE));
            record(storage, Samples.disconnected("a", FakeClock.NINE));
            Entry first = storage.outbox().queues().all().getFirst();
            storage.outbox().queues().claim(first);
            storage.outbox().settle(first, Optional.of("42"));
        }
        try (Storage storage = Storage.open(folder, clock)) {
            record(storage, Samples.answered("b", FakeClock.NINE));
            List<Long> numbers = storage.outbox().queues().all().stream().map(Entry::number).toList();
            assertEquals(List.of(2L, 3L), numbers);
            Entry settled = storage.log().find("a").orElseThrow().deliveries().getFirst();
            assertEquals(Optional.of("42"), settled.conversationId());
        }
    }

    @Test
    void callsThatWereGoingOnAreKnownWithTheirLastRegistration() throws IOException {
        Call open = Samples.connected("open", Samples.CUSTOMER, FakeClock.NINE);
        Call over = Samples.ended("over", Samples.CUSTOMER, FakeClock.NINE, FakeClock.NINE.plusSeconds(9));
        Registration answered = Samples.answered("open", FakeClock.NINE);
        try (Storage storage = Storage.open(folder, clock)) {
            storage.outbox().record(open, Optional.empty(), Optional.of(answered));
            storage.outbox().record(over, Optional.empty(), Optional.of(Samples.answered("over", FakeClock.NINE)));
        }
        try (Storage storage = Storage.open(folder, clock)) {
            assertEquals(List.of(open), storage.log().openCalls());
            assertEquals(List.of(answered), storage.openRegistrations());
        }
    }

    @Test
    void theLogIsSearchedByNumberNameIdAndDay() throws IOException {
        try (Storage storage = Storage.open(folder, clock)) {
            log(storage, Samples.ringing("first", Samples.CUSTOMER, FakeClock.NINE));
            log(storage, Samples.ringing("second", Samples.COLLEAGUE, FakeClock.NINE.plus(Duration.ofDays(1))));
            log(storage, Samples.ringing("100%", new Party.Withheld(), FakeClock.NINE.plus(Duration.ofDays(2))));

            CallLog log = storage.log();
            assertEquals(List.of("first"), ids(log.search("61234", 10)));
            assertEquals(List.of("first"), ids(log.search("jansen", 10)));
            assertEquals(List.of("second"), ids(log.search("piet", 10)));
            assertEquals(List.of("100%"), ids(log.search("0%", 10)));
            assertEquals(List.of(), ids(log.search("' OR 1 --", 10)));
            assertEquals(List.of("100%", "second"), ids(log.newest(2)));
            assertEquals(List.of("second"), ids(log.between(FakeClock.NINE.plusSeconds(1),
                    FakeClock.NINE.plus(Duration.ofDays(2)), 10)));
        }
    }

    @Test
    void theReasonForNotRegisteringIsKept() throws IOException {
        try (Storage storage = Storage.open(folder, clock)) {
            log(storage, Samples.ringing("a", Samples.COLLEAGUE, FakeClock.NINE));

            assertEquals(Optional.of(NotRegistered.INTERNAL), storage.log().find("a").orElseThrow().why());
            assertEquals(Optional.empty(), storage.log().find("b"));
        }
    }

    @Test
    void aSecondProgramIsTurnedAwayInPlainWords() throws IOException {
        try (Storage storage = Storage.open(folder, clock)) {
            IOException refused = assertThrows(IOException.class, () -> Storage.open(folder, clock));
            assertEquals("Deskbell is already running with the folder " + folder
                    + ": close it first, or give this one another folder with --data", refused.getMessage());
            assertEquals(0, storage.outbox().counts().waiting());
        }
        Storage.open(folder, clock).close();
    }

    @Test
    void aDamagedDatabaseIsPutAsideAndANewOneBegun() throws IOException {
        Files.writeString(folder.resolve(DatabaseFile.FILE), "this was a database once ".repeat(500));
        try (Storage storage = Storage.open(folder, clock)) {
            record(storage, Samples.answered("a", FakeClock.NINE));
        }
        try (Storage storage = Storage.open(folder, clock)) {
            assertEquals(1, storage.outbox().counts().waiting());
        }
        assertEquals(List.of("deskbell-damaged-20260302T090000.000.db"), files("deskbell-damaged"));
    }

    @Test
    void aDatabaseWithABrokenPageIsPutAside() throws IOException {
        try (Storage storage = Storage.open(folder, clock)) {
            for (int i = 0; i < 200; i++) record(storage, Samples.answered("call-" + i, FakeClock.NINE));
        }
        Path file = folder.resolve(DatabaseFile.FILE);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4096; i < bytes.length; i++) bytes[i] = (byte) (i * 31);
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (Storage storage = Storage.open(folder, clock)) {
            assertEquals(0, storage.outbox().counts().waiting());
        }
        assertEquals(1, files("deskbell-damaged").size());
    }

    @Test
    void whatWaitsIsSavedFromADamagedDatabaseAsFarAsItCanBeRead() throws IOException {
        try (Storage storage = Storage.open(folder, clock)) {
            for (int i = 0; i < 200; i++) record(storage, Samples.answered("call-" + i, FakeClock.NINE));
        }
        Path file = folder.resolve(DatabaseFile.FILE);
        byte[] bytes = Files.readAllBytes(file);
        for (int i = bytes.length - 4096; i < bytes.length; i++) bytes[i] = (byte) (i * 31);
        Files.write(file, bytes, StandardOpenOption.TRUNCATE_EXISTING);
        try (Storage storage = Storage.open(folder, clock)) {
            List<Entry> saved = storage.outbox().queues().all();
            assertTrue(saved.size() > 100, saved.size() + " saved");
            assertEquals(Entry.waiting(1, Samples.answered("call-0", FakeClock.NINE)), saved.getFirst());
        }
        assertEquals(1, files("deskbell-damaged").size());
    }

    @Test
    void aFileThatIsDamagedWhileInUseIsReplacedAndWhatWaitsIsWrittenAnew() throws IOException {
        DatabaseFile file = new DatabaseFile(folder, clock);
        SqliteDisk disk = SqliteDisk.open(file, clock);
        disk.write(List.of(new Change.EntryChanged(Entry.waiting(1, Samples.answered("a", clock.instant())),
                clock.instant())));
        disk.beginAnew();
        disk.write(List.of(new Change.EntryChanged(Entry.waiting(2, Samples.answered("b", clock.instant())),
                clock.instant())));

        assertEquals(List.of(2L), disk.waiting().stream().map(Entry::number).toList());
        assertEquals(1, files("deskbell-damaged").stream().filter(name -> name.endsWith(".db")).count());
        disk.close();
    }

    @Test
    void rowsWithNonsenseAreLeftOut() throws IOException, SQLException {
        try (Storage storage = Storage.open(folder, clock)) {
            for (String id : List.of("a", "b", "c")) record(storage, Samples.answered(id, FakeClock.NINE));
        }
        tamper("UPDATE outbox SET kind = 'NONSENSE' WHERE call_id = 'a'");
        tamper("UPDATE call SET party_number = NULL WHERE id = 'b'");
        try (Storage storage = Storage.open(folder, clock)) {
            assertEquals(List.of(2L, 3L), storage.outbox().queues().all().stream().map(Entry::number).toList());
            assertEquals(List.of("a", "c"), storage.log().openCalls().stream().map(Call::id).toList());
        }
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws IOException, SQLException {
        Storage.open(folder, clock).close();
        tamper("PRAGMA user_version = 99");
        IOException refused = assertThrows(IOException.class, () -> Storage.open(folder, clock));
        assertEquals("the database was written by a newer version of Deskbell: install that version again, or move"
                + " the file away", refused.getMessage());
        assertEquals(List.of(), files("deskbell-damaged"));
    }

    @Test
    void nobodyElseMayReadTheFiles() throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        Path data = folder.resolve("data");
        try (Storage storage = Storage.open(data, clock)) {
            record(storage, Samples.answered("a", FakeClock.NINE));
            try (Stream<Path> files = Files.list(data)) {
                List<Path> all = files.toList();
                assertEquals(4, all.size(), all.toString());
                for (Path file : all) assertEquals("rw-------", rights(file), file.toString());
            }
            assertEquals("rwx------", rights(data));
        }
    }

    @Test
    void aFolderThatCannotBeUsedIsSaidInWords() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        IOException refused = assertThrows(IOException.class, () -> Storage.open(file.resolve("data"), clock));
        assertTrue(refused.getMessage().contains(file.toString()), refused.getMessage());
    }

    private static void record(Storage storage, Registration registration) {
        storage.outbox().record(Samples.connected(registration.callId(), Samples.CUSTOMER, FakeClock.NINE),
                Optional.empty(), Optional.of(registration));
    }

    private void tamper(String sql) throws SQLException {
        String url = "jdbc:sqlite:" + folder.resolve(DatabaseFile.FILE);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void log(Storage storage, Call call) {
        storage.outbox().record(call, Optional.of(NotRegistered.INTERNAL), Optional.empty());
    }

    private static List<String> ids(List<LoggedCall> calls) {
        return calls.stream().map(one -> one.call().id()).toList();
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private List<String> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(prefix)).toList();
        }
    }
}

package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.Registrar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionTest {
    private static final Instant LONG_AGO = FakeClock.NINE;
    private static final Instant NOW = LONG_AGO.plus(Duration.ofDays(100));
    private static final Instant LIMIT = NOW.minus(Duration.ofDays(90));

    @TempDir
    private Path folder;
    private Storage storage;
    private Journal journal;

    @BeforeEach
    void open() throws IOException {
        storage = Storage.open(folder, Clock.fixed(NOW, ZoneOffset.UTC));
        journal = new Journal(new Registrar(Samples.RULES), storage);
    }

    @AfterEach
    void close() throws IOException {
        storage.close();
    }

    @Test
    void callsThatEndedLongAgoAreForgottenWithWhatWasToldOfThem() throws Exception {
        call("old", LONG_AGO);
        call("new", NOW);
        mark("SETTLED", "old");
        assertEquals(1, storage.forgetBefore(LIMIT));
        assertEquals(List.of("new"), ids());
        assertEquals(0, count("old"));
        assertEquals(2, count("new"));
    }

    @Test
    void whatStillWaitsKeepsItsCall() throws Exception {
        call("old", LONG_AGO);
        assertEquals(0, storage.forgetBefore(LIMIT));
        assertEquals(List.of("old"), ids());
        assertEquals(2, storage.outbox().counts().waiting());
    }

    @Test
    void aCallThatIsGoingOnIsKeptHoweverLongItLasts() throws Exception {
        journal.happened(Samples.event(Type.ANSWERED, Samples.connected("long", Samples.COLLEAGUE, LONG_AGO), NOW));
        assertEquals(0, storage.forgetBefore(LIMIT));
        assertEquals(List.of("long"), ids());
    }

    @Test
    void whatWasRefusedAndForgottenIsNotCountedAnyMore() throws Exception {
        call("old", LONG_AGO);
        storage.close();
        mark("SET_ASIDE", "old");
        open();
        assertEquals(2, storage.outbox().counts().setAside());
        storage.forgetBefore(LIMIT);
        assertEquals(0, storage.outbox().counts().setAside());
    }

    @Test
    void manyGoAFewAtATime() throws Exception {
        IntStream.range(0, 2 * Retention.A_FEW + 1).forEach(i -> call("old" + i, LONG_AGO));
        mark("SETTLED", "%");
        Retention retention = new Retention(new DatabaseFile(folder, Clock.systemUTC()));
        assertEquals(Retention.A_FEW, retention.deleteSome(LIMIT).calls());
        assertEquals(Retention.A_FEW + 1, storage.forgetBefore(LIMIT));
        assertEquals(List.of(), ids());
    }

    @Test
    void theNumberIsNotLeftInTheFile() throws Exception {
        call("old", LONG_AGO);
        mark("SETTLED", "old");
        storage.forgetBefore(LIMIT);
        storage.close();
        String bytes = Files.readString(folder.resolve("deskbell.db"), StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains(Samples.NUMBER));
    }

    private void call(String id, Instant at) {
        journal.happened(Samples.event(Type.ANSWERED, Samples.connected(id, Samples.CUSTOMER, at), at));
        Instant end = at.plusSeconds(60);
        journal.happened(Samples.event(Type.ENDED, Samples.ended(id, Samples.CUSTOMER, at, end), end));
    }

    private List<String> ids() throws IOException {
        return storage.log().newest(1_000).stream().map(logged -> logged.call().id()).toList();
    }

    private void mark(String progress, String like) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("deskbell.db"));
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE outbox SET progress = ? WHERE call_id LIKE ?")) {
            update.setString(1, progress);
            update.setString(2, like);
            update.executeUpdate();
        }
    }

    private int count(String id) throws IOException {
        return storage.log().find(id).map(logged -> logged.deliveries().size()).orElse(0);
    }
}

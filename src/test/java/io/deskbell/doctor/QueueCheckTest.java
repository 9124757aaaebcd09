package io.deskbell.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Journal;
import io.deskbell.outbox.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueCheckTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Finding UNKNOWN_KEY = Finding.note("key",
            "cannot be checked without a test event, which makes a conversation: make a call and look again");

    @TempDir
    private Path folder;

    @Test
    void aFolderWithoutADatabaseWaitsForNothing() {
        assertEquals(List.of(UNKNOWN_KEY, Finding.well("queue", "nothing was ever kept here")), look(NINE));
    }

    @Test
    void whatWaitsLongIsWorthANote() throws IOException {
        anEventWaits();
        assertEquals(List.of(UNKNOWN_KEY, Finding.well("queue", "1 wait, the oldest since 2026-03-02T09:00:00Z")),
                look(NINE.plusSeconds(60)));
        assertEquals(Finding.note("queue", "1 wait, the oldest since 2026-03-02T09:00:00Z: see inbox and key; nothing"
                + " is lost, they go when it is back"), look(NINE.plus(Duration.ofHours(1))).getLast());
    }

    @Test
    void theKeyIsKnownByWhatWasAcceptedAndRefusedEventsAreCounted() throws IOException, SQLException {
        anEventWaits();
        run("UPDATE outbox SET progress = 'SETTLED'");
        assertEquals(List.of(Finding.well("key", "accepted: Agent Inbox last took an event at 2026-03-02T09:00:00Z; a"
                + " key changed since then cannot be checked without a test event"),
                Finding.well("queue", "nothing waits")), look(NINE));
        run("UPDATE outbox SET progress = 'SET_ASIDE'");
        assertEquals(Finding.note("queue", "1 were refused and set aside: the call list says why, and they can be sent"
                + " again from there"), look(NINE).getLast());
    }

    @Test
    void theProgramThatCarriesKnowsOfARefusedKey() {
        CourierStatus refused = new CourierStatus.Unauthorized("Agent Inbox refuses the key", NINE);
        assertEquals(Finding.broken("key", "Agent Inbox refuses the key since 2026-03-02T09:00:00Z: ask CM.com for the"
                        + " right one, and enter it under Settings"),
                new QueueCheck(folder, Optional.of(refused), at(NINE)).look().getFirst());
    }

    @Test
    void theProgramThatCarriesKnowsThatNothingIsTaken() throws IOException {
        anEventWaits();
        CourierStatus away = new CourierStatus.Unavailable("it answers with 500: have a look at its status page", NINE);
        List<Finding> findings = new QueueCheck(folder, Optional.of(away), at(NINE)).look();
        assertEquals(List.of(UNKNOWN_KEY, Finding.broken("inbox", "takes nothing from the running Deskbell since"
                + " 2026-03-02T09:00:00Z: it answers with 500: have a look at its status page; nothing is lost, it"
                + " keeps trying"), Finding.note("queue", "1 wait, the oldest since 2026-03-02T09:00:00Z: see inbox and"
                + " key; nothing is lost, they go when it is back")), findings);
    }

    @Test
    void whatTheProgramThatCarriesKnowsIsSaidWithoutADatabaseThatCanBeRead() throws IOException {
        Files.createDirectory(folder.resolve("deskbell.db"));
        CourierStatus refused = new CourierStatus.Unauthorized("Agent Inbox refuses the key", NINE);
        assertEquals(Finding.Mark.BROKEN,
                new QueueCheck(folder, Optional.of(refused), at(NINE)).look().getFirst().mark());
    }

    private List<Finding> look(Instant now) {
        return new QueueCheck(folder, Optional.empty(), at(now)).look();
    }

    private void anEventWaits() throws IOException {
        try (Storage storage = Storage.open(folder, at(NINE))) {
            Call call = new Call("c1", CallKey.leg("c1"), new Extension("201"), Optional.of(Direction.INBOUND),
                    new Party.Outside(new PhoneNumber("+31612345678"), ""), Optional.empty(), CallState.CONNECTED, NINE,
                    Optional.of(NINE), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty());
            Registrar registrar = new Registrar(new RegistrationRules(RegistrationRules.TransferRole.GIVER,
                    Optional.empty(), Optional.empty(), Optional.empty()));
            new Journal(registrar, storage).happened(new CallEvent(CallEvent.Type.ANSWERED, call, NINE));
        }
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("deskbell.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }
}

package io.deskbell.ui;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.DialPlan;
import io.deskbell.call.Dialable;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Direction;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.call.RegistrationRules;
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Journal;
import io.deskbell.outbox.Storage;
import io.deskbell.source.Dialer;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rest of the program, as far as the windows see it: a database of a morning, and a memory of what was asked. */
final class ADesk implements Desk, AutoCloseable {
    final List<String> opened = new ArrayList<>();
    final List<String> sentAgain = new ArrayList<>();
    Map<String, SourceStatus> phones = Map.of("sip", new SourceStatus.Watching(Calls.NOW));
    CourierStatus courier = new CourierStatus.Delivering();
    Counts counts = new Counts(0, 0, 0, Optional.empty());
    final List<String> dialled = new ArrayList<>();
    boolean canDial;
    Dialer.Outcome outcome = new Dialer.Calling();
    boolean pickUp;
    boolean canShowCustomers;
    final List<String> customersShown = new ArrayList<>();
    Optional<Reason> notShown = Optional.empty();
    boolean quiet;
    Optional<String> pause = Optional.empty();
    List<Choice> choices = List.of();
    private final Storage storage;
    private final Journal journal;

    private final Path folder;

    ADesk(Path folder) throws IOException {
        this.folder = folder;
        storage = Storage.open(folder, Calls.CLOCK);
        journal = new Journal(new Registrar(new RegistrationRules(TransferRole.GIVER, Optional.empty(),
                Optional.empty(), Optional.empty())), storage);
    }

    /** A morning with one of everything. */
    ADesk withAMorning() {
        Instant at = Calls.NOW;
        journal.happened(Calls.event(Type.ENDED, Calls.missed("m1", Calls.customer(), at.minusSeconds(100_000))));
        answered("a1", Direction.INBOUND, Calls.outside("+31201112222", "Bakkerij De Gouden Korenaar B.V."), 20_000);
        answered("a2", Direction.OUTBOUND, Calls.outside("+4930901820", ""), 9_000);
        answered("a3", Direction.INBOUND, new Party.Colleague(new io.deskbell.call.Extension("204"), "Piet"), 7_000);
        answered("a4", Direction.INBOUND, new Party.Withheld(), 6_000);
        journal.happened(Calls.event(Type.ENDED, Calls.missed("m2", Calls.customer(), at.minusSeconds(3_000))));
        answered("a5", Direction.INBOUND, Calls.customer(), 2_000);
        return this;
    }

    void answered(String id, Direction way, Party party, long secondsAgo) {
        Instant at = Calls.NOW.minusSeconds(secondsAgo);
        Call over = Calls.ended(id, way, party, at, Duration.ofSeconds(200));
        Call before = new Call(id, over.key(), over.desk(), over.direction(), party, over.referrer(),
                io.deskbell.call.CallState.CONNECTED, at, over.answeredAt(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
        journal.happened(Calls.event(Type.ANSWERED, before));
        journal.happened(Calls.event(Type.ENDED, over));
    }

    /** As if Agent Inbox had taken everything. */
    ADesk taken() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("deskbell.db"));
                PreparedStatement taken = connection.prepareStatement("UPDATE outbox SET progress = 'SETTLED'")) {
            taken.executeUpdate();
        }
        return this;
    }

    /** The same but for this call. */
    void refused(String id, String words) throws SQLException {
        taken();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("deskbell.db"));
                PreparedStatement refused = connection.prepareStatement(
                        "UPDATE outbox SET progress = 'SET_ASIDE', words = ? WHERE call_id = ?")) {
            refused.setString(1, words);
            refused.setString(2, id);
            refused.executeUpdate();
        }
    }

    void happened(Type type, Call call) {
        journal.happened(Calls.event(type, call));
    }

    @Override
    public CallLog log() {
        return storage.log();
    }

    @Override
    public Counts counts() {
        return counts;
    }

    @Override
    public CourierStatus courier() {
        return courier;
    }

    @Override
    public Map<String, SourceStatus> phones() {
        return phones;
    }

    @Override
    public void openConversation(Call call) {
        opened.add(call.id());
    }

    @Override
    public int sendAgain(String callId) throws IOException {
        sentAgain.add(callId);
        return storage.outbox().sendAgain(callId);
    }

    /** Dialling with everything on one thread. */
    DialModel dialling(Telling telling) {
        Dials dials = new Dials(this, new DialWords(telling.words()), Runnable::run, Runnable::run);
        return new DialModel(this, dials, telling.calls(), telling.words());
    }

    @Override
    public boolean canDial() {
        return canDial;
    }

    @Override
    public Optional<Dialable> toDial(String written) {
        NumberPlan numbers = new NumberPlan("NL", new DigitLengths("2..5"), "", Calls.DESK);
        return new DialPlan(numbers, "NL", "", false).read(written);
    }

    @Override
    public Dialer.Outcome dial(Dialable number, Runnable rings) {
        dialled.add(number.digits());
        if (pickUp) rings.run();
        return outcome;
    }

    @Override
    public boolean canShowCustomers() {
        return canShowCustomers;
    }

    @Override
    public Optional<Reason> showCustomer(Call call) {
        customersShown.add(call.id());
        return notShown;
    }

    @Override
    public Optional<Runnable> diagnosis() {
        return Optional.of(() -> opened.add("diagnosis"));
    }

    @Override
    public Optional<String> pause() {
        return pause;
    }

    @Override
    public List<Choice> choices() {
        return choices;
    }

    @Override
    public boolean isQuiet() {
        return quiet;
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }
}

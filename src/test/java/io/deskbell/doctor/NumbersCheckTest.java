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
import io.deskbell.outbox.CallLog;
import io.deskbell.outbox.Journal;
import io.deskbell.outbox.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumbersCheckTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Optional<Direction> IN = Optional.of(Direction.INBOUND);
    private static final Optional<Direction> OUT = Optional.of(Direction.OUTBOUND);
    private static final String WHAT_TO_DO = "; calls without one are shown and not registered. The telephone system"
            + " decides what it tells: ask for caller numbers in its dialog events, or use another source";
    private static final Finding NO_OUTBOUND =
            Finding.note("numbers", "no outbound call seen yet: make one and look again");

    @TempDir
    private Path folder;
    private int calls;

    @Test
    void withoutACallListThereIsNothingToGoBy() {
        assertEquals(List.of("note  numbers    there is no call list yet: start Deskbell, make a call and look again"),
                look());
    }

    @Test
    void aDeskThatNeverHadACallIsAskedToMakeOne() throws IOException {
        Storage.open(folder, Clock.fixed(NINE, ZoneOffset.UTC)).close();
        assertEquals(words(Finding.note("numbers", "no inbound call seen yet: make one and look again"), NO_OUTBOUND),
                look());
    }

    @Test
    void whereEveryCallCameWithANumberAllIsWell() throws IOException {
        had(IN, true);
        had(IN, true);
        had(OUT, true);
        assertEquals(words(Finding.well("numbers", "2 of the last 2 inbound calls came with a number"),
                Finding.well("numbers", "1 of the last 1 outbound calls came with a number")), look());
    }

    @Test
    void aFewWithoutAreWorthANoteThatSaysWhatToDo() throws IOException {
        had(IN, true);
        had(IN, false);
        assertEquals(words(Finding.note("numbers", "1 of the last 2 inbound calls came with a number" + WHAT_TO_DO),
                NO_OUTBOUND), look());
    }

    @Test
    void whereNoneCameWithANumberThatIsBroken() throws IOException {
        had(IN, false);
        had(IN, false);
        had(OUT, true);
        assertEquals(words(Finding.broken("numbers", "0 of the last 2 inbound calls came with a number" + WHAT_TO_DO),
                Finding.well("numbers", "1 of the last 1 outbound calls came with a number")), look());
    }

    @Test
    void aCallWhoseDirectionIsNotToldCountsAsInbound() throws IOException {
        had(Optional.empty(), false);
        assertEquals(words(Finding.broken("numbers", "0 of the last 1 inbound calls came with a number" + WHAT_TO_DO),
                NO_OUTBOUND), look());
    }

    private List<String> look() {
        return new NumbersCheck(CallLog.of(folder)).look().stream().map(Finding::toString).toList();
    }

    private static List<String> words(Finding... findings) {
        return List.of(findings).stream().map(Finding::toString).toList();
    }

    private void had(Optional<Direction> direction, boolean withNumber) throws IOException {
        String id = "c" + ++calls;
        Party party = withNumber ? new Party.Outside(new PhoneNumber("+31612345678"), "") : new Party.Unknown("");
        Call call = new Call(id, CallKey.leg(id), new Extension("201"), direction, party, Optional.empty(),
                CallState.CONNECTED, NINE, Optional.of(NINE), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        try (Storage storage = Storage.open(folder, Clock.fixed(NINE, ZoneOffset.UTC))) {
            Registrar registrar = new Registrar(new RegistrationRules(RegistrationRules.TransferRole.GIVER,
                    Optional.empty(), Optional.empty(), Optional.empty()));
            new Journal(registrar, storage).happened(new CallEvent(CallEvent.Type.ANSWERED, call, NINE));
        }
    }
}

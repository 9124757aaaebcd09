package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent.Type;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private final FakeClock clock = new FakeClock();
    @TempDir
    private Path folder;

    @Test
    void anAnsweredCallIsWrittenWithItsRegistration() throws IOException {
        Call call = Samples.connected("a", Samples.CUSTOMER, FakeClock.NINE);
        try (Storage storage = Storage.open(folder, clock)) {
            tell(storage, Type.ANSWERED, call);

            LoggedCall logged = storage.log().find("a").orElseThrow();
            assertEquals(new LoggedCall(call, Optional.empty(),
                    List.of(Entry.waiting(1, Samples.answered("a", FakeClock.NINE)))), logged);
        }
    }

    @Test
    void aCallWithAColleagueIsWrittenWithTheReason() throws IOException {
        Call call = Samples.connected("a", Samples.COLLEAGUE, FakeClock.NINE);
        try (Storage storage = Storage.open(folder, clock)) {
            tell(storage, Type.ANSWERED, call);

            assertEquals(List.of(new LoggedCall(call, Optional.of(NotRegistered.INTERNAL), List.of())),
                    storage.log().newest(10));
        }
    }

    @Test
    void aCallThatOnlyRangIsWrittenAsNotAnsweredOnceItIsOver() throws IOException {
        Call call = Samples.ringing("a", Samples.CUSTOMER, FakeClock.NINE);
        try (Storage storage = Storage.open(folder, clock)) {
            tell(storage, Type.RINGING, call);
            assertEquals(List.of(new LoggedCall(call, Optional.empty(), List.of())), storage.log().newest(10));

            Call over = Samples.missed("a", Samples.CUSTOMER, FakeClock.NINE, FakeClock.NINE.plusSeconds(20));
            tell(storage, Type.ENDED, over);
            assertEquals(List.of(new LoggedCall(over, Optional.of(NotRegistered.NOT_ANSWERED), List.of())),
                    storage.log().newest(10));
        }
    }

    @Test
    void aCallThatOutlivesTheProgramIsAnsweredOnceAndEndsOnce() throws IOException {
        Call open = Samples.connected("a", Samples.CUSTOMER, FakeClock.NINE);
        try (Storage storage = Storage.open(folder, clock)) {
            tell(storage, Type.ANSWERED, open);
        }
        try (Storage storage = Storage.open(folder, clock)) {
            assertEquals(List.of(open), storage.log().openCalls());
            Journal journal = new Journal(new Registrar(Samples.RULES), storage);
            journal.happened(Samples.event(Type.CHANGED, open, FakeClock.NINE));
            Call over = Samples.ended("a", Samples.CUSTOMER, FakeClock.NINE, FakeClock.NINE.plusSeconds(60));
            journal.happened(Samples.event(Type.ENDED, over, FakeClock.NINE.plusSeconds(60)));

            List<Kind> kinds = storage.log().find("a").orElseThrow().deliveries().stream()
                    .map(entry -> entry.registration().kind()).toList();
            assertEquals(List.of(Kind.ANSWERED, Kind.DISCONNECTED), kinds);
            assertEquals(List.of(), storage.log().openCalls());
        }
        try (Storage storage = Storage.open(folder, clock)) {
            assertEquals(List.of(), storage.openRegistrations());
        }
    }

    private static void tell(Storage storage, Type type, Call call) {
        new Journal(new Registrar(Samples.RULES), storage).happened(Samples.event(type, call, FakeClock.NINE));
    }
}

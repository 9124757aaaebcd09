package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Call;
import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.EndReason;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.outbox.Journal;
import io.deskbell.outbox.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class HousekeepingTest {
    @Test
    void itBeginsAfterTheStartAndGoesOnToTheEnd(@TempDir Path folder) throws IOException {
        List<Duration> pauses = new ArrayList<>();
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            new Housekeeping(storage, 90, Clock.systemUTC(), pause -> {
                pauses.add(pause);
                if (pauses.size() == 3) throw new InterruptedException();
            }).run();
        }
        boolean stopped = Thread.interrupted();
        assertEquals(List.of(Duration.ofMinutes(1), Duration.ofHours(6), Duration.ofHours(6)), pauses);
        assertTrue(stopped);
    }

    @Test
    @Timeout(20)
    void aShorterTimeHoldsAtOnce(@TempDir Path folder) throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Semaphore paused = new Semaphore(0);
        try (Storage storage = Storage.open(folder, Clock.systemUTC())) {
            Journal journal = new Journal(new Registrar(new RegistrationRules(RegistrationRules.TransferRole.NEVER,
                    Optional.empty(), Optional.empty(), Optional.empty())), storage);
            for (int days : new int[] {1, 20}) {
                Call ended = endedDaysAgo(days);
                journal.happened(new CallEvent(CallEvent.Type.ENDED, ended, ended.startedAt()));
            }
            Housekeeping housekeeping = new Housekeeping(storage, 90, Clock.systemUTC(), pause -> {
                paused.release();
                never.await();
            });
            housekeeping.start();
            paused.acquire();
            housekeeping.keep(90);
            assertEquals(2, storage.log().newest(9).size());
            housekeeping.keep(10);
            paused.acquire(); // It has deleted, and waits again.
            assertEquals(List.of("1"), storage.log().newest(9).stream().map(logged -> logged.call().id()).toList());
            housekeeping.stop(Duration.ofSeconds(1));
        }
    }

    private static Call endedDaysAgo(int days) {
        Instant at = Instant.now().minus(Duration.ofDays(days));
        String id = String.valueOf(days);
        return new Call(id, CallKey.leg(id), new Extension("201"), Optional.of(Direction.INBOUND),
                Party.Unknown.NOBODY, Optional.empty(), CallState.ENDED, at, Optional.of(at), Optional.of(at),
                Optional.of(EndReason.NORMAL), Optional.empty(), Optional.empty(), Optional.empty());
    }
}

package io.deskbell.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the end takes when there is most to finish. Nothing else runs beside it. */
final class StopIT {
    private static final int STOPS = 3;
    private static final int CALLS = 300;
    private static final long MOST_MILLIS = 2_000;

    @TempDir
    Path folder;

    @Test
    void neitherABacklogNorASilentAgentInboxNorCallsGoingOnHoldUpTheEnd() throws Exception {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < STOPS; i++) millis.add(millisToStop(folder.resolve("stop " + i)));

        System.out.println("from SIGTERM to the end, " + 2 * CALLS + " events waiting, calls going on: " + millis
                + " ms");
        assertTrue(Collections.max(millis) < MOST_MILLIS, millis.toString());
    }

    @Test
    void stoppingInMidCallTakesLessThanTwoSeconds() throws Exception {
        try (Bench bench = Bench.of(folder, KamailioSetup.plain())) {
            Baresip agent = bench.phone("201");
            Baresip customer = bench.phone(Expected.CUSTOMER);
            DeskbellProcess companion = bench.companionOf("201");
            bench.talk(customer, agent, "201");
            Duration took = companion.stop();

            assertTrue(took.toMillis() < MOST_MILLIS, () -> "stopped after " + took + "\n" + companion.log());
            bench.assertReceived(Expected.ANSWERED);
        }
    }

    private static long millisToStop(Path place) throws Exception {
        try (HookRig rig = HookRig.start(place)) {
            rig.inbox().holdAnswers();
            for (int i = 0; i < CALLS; i++) {
                rig.call(i);
                rig.deskbell().awaitLog("call c" + i + ": ended");
            }
            rig.inbox().awaitWaiting();
            CountDownLatch busy = new CountDownLatch(1);
            Thread caller = Thread.ofVirtual().start(() -> callOn(rig, busy));
            busy.await();

            long millis = rig.deskbell().stop().toMillis();
            caller.join();
            String log = Files.readString(rig.data().resolve("deskbell.log")); // Java closes the pipe of what it ends.
            assertTrue(log.contains("DB1002"), log);
            assertEquals(List.of(), rig.inbox().registrations().all());
            return millis;
        }
    }

    /** One call after the other, until nobody takes them any more. */
    private static void callOn(HookRig rig, CountDownLatch busy) {
        try {
            for (int i = CALLS; true; i++) {
                rig.call(i);
                busy.countDown();
            }
        } catch (IOException ended) {
            busy.countDown();
        }
    }
}

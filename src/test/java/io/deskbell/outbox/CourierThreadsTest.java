package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Registration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** With real threads and a real disk; what takes part waits for one another, never for time. */
@Timeout(30)
final class CourierThreadsTest {
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final CountDownLatch hold = new CountDownLatch(1);
    @TempDir
    private Path folder;
    private Storage storage;
    private Courier courier;

    @BeforeEach
    void open() throws IOException {
        storage = Storage.open(folder, Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException, InterruptedException {
        hold.countDown();
        courier.stop(Duration.ofSeconds(1));
        storage.close();
    }

    @Test
    void aLiveCallDoesNotWaitForASlowDeliveryOfTheBacklog() throws InterruptedException {
        record("old", Instant.now().minus(Duration.ofHours(1)));
        reopen();
        start(registration -> registration.callId().equals("old") ? held() : RecordingDestination.accepted());
        assertEquals("old", begun.take());
        record("live", Instant.now());

        assertEquals("live", begun.take());
        assertEquals("live", told.take());
        hold.countDown();
        assertEquals("old", told.take());
    }

    @Test
    void twoEventsOfACallAreNeverUnderWayTogether() throws InterruptedException {
        start(registration -> held());
        record("a", Instant.now());
        assertEquals("a", begun.take());
        record("a", Instant.now());
        assertTrue(begun.isEmpty());
        hold.countDown();

        assertEquals("a", told.take());
        assertEquals("a", told.take());
        assertEquals(0, storage.outbox().counts().waiting());
    }

    @Test
    void stoppingLetsADeliveryFinish() throws InterruptedException {
        CountDownLatch stopping = new CountDownLatch(1);
        start(registration -> {
            await(stopping);
            return RecordingDestination.accepted();
        });
        record("a", Instant.now());
        assertEquals("a", begun.take());
        Thread stop = Thread.ofVirtual().start(() -> {
            stopping.countDown();
            stopNow();
        });
        stop.join();

        assertEquals(0, storage.outbox().counts().waiting());
    }

    @Test
    void stoppingDoesNotWaitForADeliveryThatHangs() throws InterruptedException {
        start(registration -> held());
        record("a", Instant.now());
        assertEquals("a", begun.take());
        long from = System.nanoTime();
        courier.stop(Duration.ofSeconds(1));

        Duration took = Duration.ofNanos(System.nanoTime() - from);
        assertTrue(took.compareTo(Duration.ofMillis(1_900)) < 0, took.toString());
        assertEquals(1, storage.outbox().counts().waiting());
    }

    @Test
    void aFaultInAListenerStopsNothing() throws InterruptedException {
        courier = new Courier(storage.outbox(), this::bring, List.of((registration, delivery) -> {
            throw new IllegalStateException("no window");
        }), Clock.systemUTC(), new Random(1));
        courier.start();
        record("a", Instant.now());
        assertEquals("a", begun.take());
        record("b", Instant.now());
        assertEquals("b", begun.take());
    }

    private Delivery bring(Registration registration) {
        begun.add(registration.callId());
        return RecordingDestination.accepted();
    }

    private void start(Destination destination) {
        courier = new Courier(storage.outbox(), registration -> {
            begun.add(registration.callId());
            return destination.deliver(registration);
        }, List.of((registration, delivery) -> told.add(registration.callId())), Clock.systemUTC(), new NoDelay());
        courier.start();
    }

    private Delivery held() {
        await(hold);
        return RecordingDestination.accepted();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private void stopNow() {
        try {
            courier.stop(Duration.ofSeconds(1));
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void record(String callId, Instant at) {
        storage.outbox().record(Samples.connected(callId, Samples.CUSTOMER, at), Optional.empty(),
                Optional.of(Samples.answered(callId, at)));
    }

    private void reopen() {
        try {
            storage.close();
            open();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Draws the shortest lot every time. */
    private static final class NoDelay extends Random {
        private static final long serialVersionUID = 1L;

        @Override
        public long nextLong(long origin, long bound) {
            return origin;
        }
    }
}

package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WeekOfflineTest {
    private static final int CALLS = 1_000;

    private final CourierRig rig = new CourierRig();

    @Test
    void aWeekOfCallsIsDeliveredWithinTheLimitsWhileLiveCallsGoAtOnce() {
        rig.destination.answer = registration -> RecordingDestination.unavailable();
        for (int i = 0; i < CALLS; i++) {
            rig.answered("old-" + i);
            rig.run(Duration.ofMinutes(2));
            rig.disconnected("old-" + i);
            rig.run(Duration.ofMinutes(3));
        }
        assertEquals(2 * CALLS, rig.outbox.counts().waiting());
        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.destination.brought.clear();
        rig.destination.times.clear();

        int live = 0;
        while (rig.outbox.counts().waiting() > 0) {
            Instant began = rig.now();
            rig.answered("live-" + live);
            rig.run(Duration.ofMillis(1));
            int last = rig.destination.brought.lastIndexOf("ANSWERED live-" + live);
            assertEquals(began, rig.destination.times.get(last));
            live++;
            rig.run(Duration.ofMinutes(5));
        }
        List<String> old = rig.destination.brought.stream().filter(one -> one.contains("old-")).toList();
        assertEquals(2 * CALLS, old.size());
        IntStream.range(0, CALLS).forEach(i ->
                assertTrue(old.indexOf("ANSWERED old-" + i) < old.indexOf("DISCONNECTED old-" + i)));
        assertWithin(3, Duration.ofSeconds(1));
        assertWithin(180, Duration.ofMinutes(1));
        assertWithin(10_000, Duration.ofHours(1));
    }

    private void assertWithin(int limit, Duration time) {
        Deque<Instant> window = new ArrayDeque<>();
        for (Instant at : rig.destination.times) {
            window.add(at);
            while (!window.getFirst().plus(time).isAfter(at)) window.removeFirst();
            assertTrue(window.size() <= limit, window.size() + " within " + time);
        }
    }
}

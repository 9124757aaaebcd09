package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.Registration.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CourierTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final CourierRig rig = new CourierRig();

    @Test
    void aCallGoesAtOnceAndInOrder() {
        rig.answered("a");
        rig.disconnected("a");
        rig.run(Duration.ofMillis(1));

        assertEquals(List.of("ANSWERED a", "DISCONNECTED a"), rig.destination.brought);
        assertEquals(List.of(Progress.SETTLED, Progress.SETTLED), rig.disk.progress());
    }

    @Test
    void atRestNothingIsDone() {
        rig.answered("a");
        rig.run(Duration.ofSeconds(1));
        int leaps = rig.leaps;
        rig.run(Duration.ofDays(7));

        assertEquals(leaps + 1, rig.leaps);
    }

    @Test
    void aBacklogGoesSlowlyAfterADelay() {
        rig.backlog(10);
        rig.run(AN_HOUR);

        List<Instant> times = rig.destination.times;
        assertEquals(10, times.size());
        for (int i = 1; i < times.size(); i++) {
            Duration gap = Duration.between(times.get(i - 1), times.get(i));
            assertTrue(gap.toMillis() >= 1_000 && gap.toMillis() <= 3_001, gap.toString());
        }
    }

    @Test
    void aLiveCallGoesBeforeTheBacklog() {
        rig.backlog(100);
        rig.run(Duration.ofSeconds(40));
        int before = rig.destination.brought.size();
        rig.answered("live");
        rig.run(Duration.ofMillis(1));

        assertEquals("ANSWERED live", rig.destination.brought.get(before));
    }

    @Test
    void theEndOfACallTakesItsOverdueAnswerAlongAtOnce() {
        rig.destination.answer = registration -> RecordingDestination.unavailable();
        rig.answered("a");
        rig.run(Duration.ofMinutes(10));
        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.destination.brought.clear();
        rig.disconnected("a");
        rig.run(Duration.ofMillis(1));

        assertEquals(List.of("ANSWERED a", "DISCONNECTED a"), rig.destination.brought);
    }

    @Test
    void nothingOfACallGoesBeforeWhatCameEarlier() {
        rig.destination.answer = registration -> registration.kind() == Kind.ANSWERED
                ? RecordingDestination.unavailable() : RecordingDestination.accepted();
        rig.answered("a");
        rig.disconnected("a");
        rig.run(AN_HOUR);

        assertTrue(rig.destination.brought.stream().allMatch("ANSWERED a"::equals));
        assertEquals(2, rig.outbox.counts().waiting());
    }

    @Test
    void whileItIsAwayPausesGrowToFiveMinutes() {
        rig.destination.answer = registration -> RecordingDestination.unavailable();
        rig.answered("a");
        rig.run(Duration.ofHours(10));

        int tries = rig.destination.times.size();
        assertTrue(tries >= 10 * 12 && tries <= 10 * 24 + 20, tries + " tries");
        assertInstanceOf(CourierStatus.Unavailable.class, rig.courier.status());
    }

    @Test
    void aLiveCallIsTriedAtOnceWhileOthersPause() {
        rig.backlog(1);
        rig.destination.answer = registration -> RecordingDestination.unavailable();
        rig.run(AN_HOUR);
        rig.destination.times.clear();
        Instant began = rig.now();
        for (int i = 0; i < 5; i++) rig.answered("live-" + i);
        rig.run(Duration.ofSeconds(5));

        List<Instant> eachASecondApart = List.of(began, began.plusSeconds(1), began.plusSeconds(2),
                began.plusSeconds(3), began.plusSeconds(4));
        assertEquals(eachASecondApart, rig.destination.times.subList(0, 5));
    }

    @Test
    void theTimeTheServerAsksForIsKept() {
        rig.destination.answer = registration ->
                new Delivery.Unavailable("too many", Optional.of(Duration.ofSeconds(90)));
        rig.answered("a");
        rig.run(Duration.ofSeconds(89));
        assertEquals(1, rig.destination.times.size());

        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.run(Duration.ofSeconds(40));
        assertEquals(0, rig.outbox.counts().waiting());
    }

    @Test
    void noServerPutsUsOffForMoreThanAnHour() {
        rig.destination.answer = registration ->
                new Delivery.Unavailable("later", Optional.of(Duration.ofDays(365)));
        rig.answered("a");
        rig.run(AN_HOUR.plusMinutes(1));

        assertEquals(2, rig.destination.times.size());
    }

    @Test
    void aWrongKeyStopsEverythingUntilItIsAnother() {
        rig.destination.answer = registration -> new Delivery.Unauthorized("the key is refused");
        rig.answered("a");
        rig.answered("b");
        rig.run(Duration.ofDays(1));
        assertEquals(1, rig.destination.brought.size());
        assertEquals(new CourierStatus.Unauthorized("the key is refused", FakeClock.NINE), rig.courier.status());
        assertEquals(2, rig.outbox.counts().waiting());

        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.destination.brought.clear();
        rig.courier.keyChanged();
        rig.run(AN_HOUR);
        assertEquals(List.of("ANSWERED a", "ANSWERED b"), rig.destination.brought);
        assertEquals(new CourierStatus.Delivering(), rig.courier.status());
    }

    @Test
    void whatIsRefusedDoesNotStopTheOthers() {
        rig.destination.answer = registration -> registration.callId().equals("bad")
                ? new Delivery.Refused("unknown extension") : RecordingDestination.accepted();
        rig.answered("bad");
        rig.disconnected("bad");
        rig.answered("good");
        rig.run(Duration.ofSeconds(1));

        assertEquals(List.of("ANSWERED bad", "ANSWERED good"), rig.destination.brought);
        assertEquals(new Counts(0, 2, 0, Optional.empty()), rig.outbox.counts());
        assertEquals(List.of("ANSWERED of bad at 201: Refused[reason=unknown extension]",
                "ANSWERED of good at 201: Accepted[conversationId=Optional.empty]"), rig.told);
    }

    @Test
    void oneTheServerChokesOnDoesNotStopTheBacklog() {
        rig.backlog(20);
        rig.destination.answer = registration -> registration.callId().equals("old-0")
                ? RecordingDestination.unavailable() : RecordingDestination.accepted();
        rig.run(AN_HOUR);

        assertEquals(1, rig.outbox.counts().waiting());
    }

    @Test
    void aFaultInTheDestinationLosesNothing() {
        rig.destination.answer = registration -> {
            throw new IllegalStateException("https://host/secret");
        };
        rig.answered("a");
        rig.run(Duration.ofSeconds(1));
        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.run(AN_HOUR);

        assertEquals(List.of(Progress.SETTLED), rig.disk.progress());
    }

    @Test
    void aClockSetBackForADayStopsNothing() {
        rig.backlog(5);
        rig.destination.answer = registration -> RecordingDestination.unavailable();
        rig.run(Duration.ofMinutes(2));
        rig.destination.answer = registration -> RecordingDestination.accepted();
        rig.clock.advance(Duration.ofDays(-1));
        rig.run(AN_HOUR);

        assertEquals(0, rig.outbox.counts().waiting());
    }

    @Test
    void whileTheDiskIsFullCallsGoFromMemoryAndAreWrittenLater() {
        rig.disk.full = true;
        rig.answered("a");
        rig.disconnected("a");
        rig.run(Duration.ofSeconds(5));
        assertEquals(List.of("ANSWERED a", "DISCONNECTED a"), rig.destination.brought);
        assertEquals(List.of(), rig.disk.progress());

        rig.disk.full = false;
        rig.run(BacklogLane.DISK_AGAIN.plusSeconds(1));
        assertEquals(List.of(Progress.SETTLED, Progress.SETTLED), rig.disk.progress());
        assertEquals(new Counts(0, 0, 0, Optional.empty()), rig.outbox.counts());
    }
}

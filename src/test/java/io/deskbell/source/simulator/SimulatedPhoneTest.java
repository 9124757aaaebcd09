package io.deskbell.source.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.Extension;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SimulatedPhoneTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T09:00:00Z");

    private final List<String> told = new ArrayList<>();
    private final List<CallEvent> events = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
    private final CountDownLatch over = new CountDownLatch(1);

    @Test
    void theDayIsTheseCalls() throws InterruptedException {
        play();
        assertEquals(List.of(
                "RINGING anna", "ANSWERED anna", "ENDED anna NORMAL",
                "RINGING marie", "ENDED marie NO_ANSWER",
                "RINGING james", "ANSWERED james", "HELD james",
                "RINGING stock", "ANSWERED stock", "TRANSFERRED james TRANSFERRED to 202", "ENDED stock NORMAL",
                "RINGING parcels", "ANSWERED parcels", "ENDED parcels NORMAL",
                "RINGING withheld", "ANSWERED withheld", "ENDED withheld NORMAL",
                "RINGING front", "ANSWERED front", "ENDED front NORMAL"),
                events.stream().map(SimulatedPhoneTest::describe).toList());
    }

    @Test
    void theHelpdeskHearsOfThreeOfThem() throws InterruptedException {
        play();
        Registrar registrar = new Registrar(new RegistrationRules(RegistrationRules.TransferRole.GIVER,
                Optional.empty(), Optional.empty(), Optional.empty()));
        List<String> registered = events.stream().flatMap(event -> registrar.registrationFor(event).stream())
                .map(SimulatedPhoneTest::describe).toList();
        assertEquals(List.of(
                "ANSWERED anna +31612345678 201 INBOUND dialled +31201234567",
                "DISCONNECTED anna +31612345678 201 INBOUND dialled +31201234567",
                "ANSWERED james +442079460123 201 INBOUND dialled +31201234567",
                "TRANSFER james +442079460123 202 INBOUND dialled +31201234567",
                "ANSWERED parcels +31301234567 201 OUTBOUND",
                "DISCONNECTED parcels +31301234567 201 OUTBOUND"), registered);
    }

    @Test
    void theDayTakesAtMostFortySeconds() throws InterruptedException {
        play();
        Duration day = pauses.stream().reduce(Duration.ZERO, Duration::plus);
        assertTrue(day.compareTo(Duration.ofSeconds(40)) <= 0, day.toString());
    }

    @Test
    void eachStepIsToldInWords() throws InterruptedException {
        play();
        assertEquals(DayAtTheDesk.steps().stream().map(Step::words).filter(w -> !w.isEmpty()).toList(), told);
        assertEquals("A customer rings: Anna de Vries, +31 6 1234 5678.", told.getFirst());
    }

    @Test
    void playedAgainItIsOtherCalls() throws InterruptedException {
        play();
        List<String> first = events.stream().map(event -> event.call().id()).distinct().toList();
        events.clear();
        watch(Clock.fixed(MORNING.plusSeconds(3600), ZoneOffset.UTC), new CountDownLatch(1));
        List<String> second = events.stream().map(event -> event.call().id()).distinct().toList();
        assertEquals(7, second.size());
        assertTrue(second.stream().noneMatch(first::contains));
    }

    @Test
    void theNamesOfTheDaysCustomersAreKnownByNumber() {
        assertEquals("James Okafor", DayAtTheDesk.customers().get("+442079460123"));
        assertEquals(4, DayAtTheDesk.customers().size());
    }

    @Test
    void playedSlowerThanWrittenTheClockOnTheWallCounts() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        InstantSource aMinuteAtEachLook = () -> MORNING.plusSeconds(60L * looks.getAndIncrement());
        watch(aMinuteAtEachLook.withZone(ZoneOffset.UTC), over);
        assertEquals(List.of(MORNING.plusSeconds(60), MORNING.plusSeconds(120), MORNING.plusSeconds(180)),
                events.stream().map(CallEvent::at).limit(3).toList());
    }

    @Test
    void playedAtOnceTheTimesWrittenInTheScriptCount() throws InterruptedException {
        play();
        assertEquals(List.of(MORNING.plusSeconds(1), MORNING.plusSeconds(3), MORNING.plusSeconds(7)),
                events.stream().map(CallEvent::at).limit(3).toList());
    }

    private void play() throws InterruptedException {
        watch(Clock.fixed(MORNING, ZoneOffset.UTC), over);
    }

    /** Until it says that it is over; then the line must still be up, and an interrupt must end it. */
    private void watch(Clock clock, CountDownLatch over) throws InterruptedException {
        Waiting noWait = pauses::add;
        SimulatedPhone phone = new SimulatedPhone(DayAtTheDesk.steps(), noWait, clock, told::add, over::countDown);
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread watcher = Thread.ofVirtual().start(() -> {
            try {
                phone.watch(new TrackerListener());
            } catch (InterruptedException stop) {
                interrupted.countDown();
            }
        });
        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertTrue(watcher.isAlive());
        watcher.interrupt();
        assertTrue(interrupted.await(10, TimeUnit.SECONDS));
    }

    private static String describe(CallEvent event) {
        String end = event.call().endReason().map(why -> " " + why).orElse("");
        String to = event.call().transfer().map(transfer -> " to " + transfer.to()).orElse("");
        return event.type() + " " + shortName(event.call().id()) + end + to;
    }

    private static String describe(Registration told) {
        String dialled = told.referrer().map(number -> " dialled " + number).orElse("");
        return told.kind() + " " + shortName(told.callId()) + " " + told.number() + " " + told.extension() + " "
                + told.direction() + dialled;
    }

    private static String shortName(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }

    /** Feeds the real tracker as the monitor would. */
    private final class TrackerListener implements PhoneListener {
        @Override
        public void watching() {
            tracker.reconnected();
        }

        @Override
        public void report(CallReport report) {
            events.addAll(tracker.report(report));
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            events.addAll(tracker.snapshot(reports, at));
        }
    }
}

package io.deskbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallListener;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DeskCalls;
import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Party;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CallMonitorTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean onDisk = new AtomicBoolean(true);

    @Test
    void theFirstListenerHearsEachEventBeforeTheSecond() throws InterruptedException {
        CallMonitor monitor = monitor(event -> heard.add("disk " + event.type()),
                event -> heard.add("screen " + event.type()));
        PhoneListener phone = monitor.listenerFor("sip");
        phone.report(ringing("a"));
        phone.report(report("a", CallState.CONNECTED));
        monitor.stop(Duration.ofSeconds(1));

        assertEquals(List.of("disk RINGING", "screen RINGING", "disk ANSWERED", "screen ANSWERED"), heard);
    }

    @Test
    void eachPhoneHasATrackerOfItsOwn() throws InterruptedException {
        CallMonitor monitor = monitor(event -> heard.add(event.type() + " " + event.call().id()));
        monitor.listenerFor("sip").report(ringing("a"));
        monitor.listenerFor("tapi").snapshot(List.of(), Instant.now());
        monitor.stop(Duration.ofSeconds(1));

        assertEquals(List.of("RINGING a"), heard);
    }

    @Test
    void aRingWithoutACallerIsToldWhenItsTimeComesThoughNothingElseIsReported() throws InterruptedException {
        CountDownLatch rang = new CountDownLatch(1);
        CallMonitor monitor = monitor(event -> rang.countDown());
        monitor.listenerFor("sip").report(report("a", CallState.RINGING).going(Direction.INBOUND));

        assertTrue(rang.await(5, TimeUnit.SECONDS));
        monitor.stop(Duration.ofSeconds(1));
    }

    @Test
    void aListenerThatFailsDoesNotEndTheFollowing() throws InterruptedException {
        CallMonitor monitor = monitor(event -> {
            heard.add(event.call().id());
            throw new IllegalStateException("a fault in a listener");
        });
        monitor.listenerFor("sip").report(ringing("a"));
        monitor.listenerFor("sip").report(ringing("b"));
        monitor.stop(Duration.ofSeconds(1));

        assertEquals(List.of("a", "b"), heard);
    }

    @Test
    void aListenerThatFailsDoesNotKeepTheOthersFromHearing() throws InterruptedException {
        CallMonitor monitor = monitor(event -> {
            throw new IllegalStateException("a fault in a listener");
        }, event -> heard.add(event.type() + " " + event.call().id()));
        PhoneListener phone = monitor.listenerFor("sip");
        phone.snapshot(List.of(report("a", CallState.CONNECTED), report("b", CallState.CONNECTED)), Instant.now());
        monitor.stop(Duration.ofSeconds(1));

        assertEquals(List.of("ANSWERED a", "ANSWERED b"), heard);
    }

    @Test
    void anEventThatCannotBeCompletedIsToldAsThePhoneToldIt() throws InterruptedException {
        CallMonitor monitor = monitor(event -> {
            throw new IllegalStateException("a fault in the lookup");
        }, List.of(event -> heard.add(event.type() + " " + event.call().id())));
        monitor.listenerFor("sip").report(ringing("a"));
        monitor.stop(Duration.ofSeconds(1));

        assertEquals(List.of("RINGING a"), heard);
    }

    @Test
    void whatWasToldIsSafeOnceTheFirstListenerHasIt() throws InterruptedException {
        CallMonitor monitor = monitor(event -> heard.add("disk " + event.type()));
        PhoneListener phone = monitor.listenerFor("mqtt");
        phone.report(ringing("a"));
        phone.whenSafe(() -> heard.add("safe"));
        phone.report(report("a", CallState.CONNECTED));
        phone.whenSafe(() -> heard.add("safe"));
        monitor.stop(Duration.ofSeconds(1));

        assertEquals(List.of("disk RINGING", "safe", "disk ANSWERED", "safe"), heard);
    }

    /** A customer's call ended while a colleague was consulted: a transfer perhaps, and nothing is written yet. */
    @Test
    void anEndIsNotSafeWhileItIsWeighed() throws InterruptedException {
        SetClock clock = new SetClock(Instant.parse("2026-01-05T09:00:00Z"));
        CallMonitor monitor = weighing(clock);
        monitor.listenerFor("mqtt").whenSafe(() -> heard.add("safe"));
        monitor.settle();
        assertEquals(List.of("ANSWERED a", "ANSWERED b"), heard);

        clock.set(clock.instant().plusSeconds(2));
        monitor.settle();
        monitor.stop(Duration.ofSeconds(1));
        assertEquals(List.of("ANSWERED a", "ANSWERED b", "ENDED a", "safe"), heard);
    }

    @Test
    void anEndThatIsWeighedWhenTheProgramEndsIsTold() throws InterruptedException {
        weighing(new SetClock(Instant.parse("2026-01-05T09:00:00Z"))).stop(Duration.ofSeconds(20));
        assertEquals(List.of("ANSWERED a", "ANSWERED b", "ENDED a"), heard);
    }

    /** The broker has it still, and tells it again: then what it was may be known. */
    @Test
    void anEndThatWillBeToldAgainIsLeftToThat() throws InterruptedException {
        CallMonitor monitor = weighing(new SetClock(Instant.parse("2026-01-05T09:00:00Z")));
        monitor.listenerFor("mqtt").whenSafe(() -> heard.add("safe"));
        monitor.stop(Duration.ofSeconds(20));
        assertEquals(List.of("ANSWERED a", "ANSWERED b"), heard);
    }

    /** One that weighs the end of a. */
    private CallMonitor weighing(SetClock clock) throws InterruptedException {
        CallMonitor monitor = new CallMonitor(new DeskCalls(List.of(),
                () -> new CallTracker(new Extension("201"), TrackerLimits.USUAL), List.of()),
                event -> event, List.of(event -> heard.add(event.type() + " " + event.call().id())), () -> true, clock);
        monitor.start();
        PhoneListener phone = monitor.listenerFor("mqtt");
        Instant now = clock.instant();
        phone.report(CallReport.of(CallKey.shared("a"), CallState.CONNECTED, now).going(Direction.INBOUND)
                .with(new Party.Outside(new PhoneNumber("+31612345678"), "")));
        phone.report(CallReport.of(CallKey.shared("b"), CallState.CONNECTED, now).going(Direction.OUTBOUND)
                .with(new Party.Colleague(new Extension("202"), "")));
        phone.report(CallReport.of(CallKey.shared("a"), CallState.ENDED, now));
        return monitor;
    }

    /** Whoever is told that it is safe throws it away: a crash would lose what the disk did not take. */
    @Test
    void whatTheDiskRefusesIsNotSafeUntilItIsWritten() throws InterruptedException {
        CountDownLatch safe = new CountDownLatch(1);
        CallMonitor monitor = monitor(event -> heard.add(event.type() + " " + event.call().id()));
        PhoneListener phone = monitor.listenerFor("mqtt");
        onDisk.set(false);
        phone.report(ringing("a"));
        phone.whenSafe(safe::countDown);
        monitor.settle();
        assertEquals(List.of("RINGING a"), heard);
        assertEquals(1, safe.getCount());

        onDisk.set(true); // Nothing else is told meanwhile.
        assertTrue(safe.await(10, TimeUnit.SECONDS));
        monitor.stop(Duration.ofSeconds(1));
    }

    /** Told as safe after all, when the program ends, nobody would tell it again. */
    @Test
    void whatTheDiskRefusedToTheEndIsNotSafe() throws InterruptedException {
        CallMonitor monitor = monitor(event -> heard.add(event.type() + " " + event.call().id()));
        onDisk.set(false);
        monitor.listenerFor("mqtt").report(ringing("a"));
        monitor.listenerFor("mqtt").whenSafe(() -> heard.add("safe"));
        monitor.stop(Duration.ofSeconds(1));
        assertEquals(List.of("RINGING a"), heard);
    }

    private CallMonitor monitor(CallListener... listeners) {
        return monitor(event -> event, List.of(listeners));
    }

    private CallMonitor monitor(UnaryOperator<CallEvent> completing, List<CallListener> listeners) {
        CallMonitor monitor = new CallMonitor(new DeskCalls(List.of(),
                () -> new CallTracker(new Extension("201"), TrackerLimits.USUAL), List.of()),
                completing, listeners, onDisk::get, Clock.systemUTC());
        monitor.start();
        return monitor;
    }

    private static CallReport ringing(String id) {
        return report(id, CallState.RINGING).going(Direction.INBOUND)
                .with(new Party.Outside(new PhoneNumber("+31612345678"), "J. Jansen"));
    }

    private static CallReport report(String id, CallState state) {
        return CallReport.of(CallKey.leg(id), state, Instant.now());
    }
}

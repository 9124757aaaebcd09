package io.deskbell.source.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.Dialer;
import io.deskbell.source.PhoneListener;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A dial in the simulated phone, through the real tracker and registrar. */
@Timeout(30)
class DialledCallTest {
    private final NumberPlan plan = new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201"));
    private final CountDownLatch over = new CountDownLatch(1);
    private final BlockingQueue<CallReport> reports = new LinkedBlockingQueue<>();

    @Test
    void itIsACallOutAndRegisteredAsOne() throws InterruptedException {
        SimulatedPhone phone = new SimulatedPhone(DayAtTheDesk.steps(), pause -> { }, Clock.systemUTC(),
                digits -> plan.dialled(digits, ""));
        Dialer dialer = phone.dialer().orElseThrow();
        assertInstanceOf(Dialer.Refused.class, dialer.dial("0612345678", () -> { }), "nobody watches it yet");

        Thread watcher = Thread.ofVirtual().start(() -> watch(phone));
        over.await(); // The last call of the day has ended.
        reports.clear();
        assertEquals(new Dialer.Calling(), dialer.dial("0612345678", () -> { }));
        assertEquals(List.of("ANSWERED +31612345678 OUTBOUND", "DISCONNECTED +31612345678 OUTBOUND"), registered());
        watcher.interrupt();
    }

    private void watch(SimulatedPhone phone) {
        try {
            phone.watch(new Listening());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> registered() throws InterruptedException {
        CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        Registrar registrar = new Registrar(new RegistrationRules(RegistrationRules.TransferRole.GIVER,
                Optional.empty(), Optional.empty(), Optional.empty()));
        List<String> told = new ArrayList<>();
        for (CallState state : List.of(CallState.DIALING, CallState.CONNECTED, CallState.ENDED)) {
            CallReport report = reports.poll(10, TimeUnit.SECONDS);
            assertEquals(state, report.state());
            tracker.report(report).stream().flatMap(event -> registrar.registrationFor(event).stream())
                    .forEach(one -> told.add(one.kind() + " " + one.number() + " " + one.direction()));
        }
        return told;
    }

    /** The front desk's lunch is the last call of the day. */
    private final class Listening implements PhoneListener {
        @Override
        public void watching() {
            // That it is up is seen by what it reports.
        }

        @Override
        public void report(CallReport report) {
            reports.add(report);
            boolean last = report.state() == CallState.ENDED && report.key().value().endsWith("-front");
            if (last) over.countDown();
        }

        @Override
        public void snapshot(List<CallReport> all, Instant at) {
            // There are none yet.
        }
    }
}

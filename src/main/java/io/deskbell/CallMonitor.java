package io.deskbell;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallListener;
import io.deskbell.call.CallReport;
import io.deskbell.call.DeskCalls;
import io.deskbell.source.PhoneListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Owns the calls of the desk, of which several phones may tell, on its one thread; hands each event to its listeners in
 * their order, the one that makes it safe first. Phones' threads hand reports over and wait when there are too many.
 */
final class CallMonitor {
    private static final Logger LOG = LoggerFactory.getLogger(CallMonitor.class);
    private static final int MOST_WAITING = 1_000;
    /** How often a disk that takes nothing is looked at, where somebody waits for it. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final BlockingQueue<Runnable> work = new ArrayBlockingQueue<>(MOST_WAITING);
    private final DeskCalls calls;
    private final UnaryOperator<CallEvent> completing;
    private final List<CallListener> listeners;
    private final BooleanSupplier isAllOnDisk;
    private final Clock clock;
    private final Thread thread = Thread.ofPlatform().name("call-monitor").unstarted(this::run);
    /** That what was told so far is safe; of the monitor's thread. */
    private final List<Runnable> unsaid = new ArrayList<>();
    private volatile boolean closing;

    /**
     * @param completing adds to each event what is known beyond what the phones tell; must not wait
     * @param isAllOnDisk whether what the first listener heard is on disk, and not in memory only; must not wait
     */
    CallMonitor(DeskCalls calls, UnaryOperator<CallEvent> completing, List<CallListener> listeners,
                BooleanSupplier isAllOnDisk, Clock clock) {
        this.calls = calls;
        this.completing = completing;
        this.listeners = List.copyOf(listeners);
        this.isAllOnDisk = isAllOnDisk;
        this.clock = clock;
    }

    void start() {
        thread.start();
    }

    /** What the source called {@code phone} speaks to. */
    PhoneListener listenerFor(String phone) {
        return new PhoneListener() {
            @Override
            public void watching() throws InterruptedException {
                work.put(() -> calls.reconnected(phone));
            }

            @Override
            public void whenSafe(Runnable then) throws InterruptedException {
                work.put(() -> unsaid.add(then));
            }

            @Override
            public PhoneListener alsoSeen(String way) {
                return listenerFor(phone + " " + way);
            }

            @Override
            public void report(CallReport report) throws InterruptedException {
                work.put(() -> tell(calls.report(phone, report)));
            }

            @Override
            public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
                work.put(() -> tell(calls.snapshot(phone, reports, at)));
            }
        };
    }

    /** Tells of what was learnt elsewhere, asked for on this thread; never waits; left out where there is no room. */
    void learnt(Supplier<Optional<CallEvent>> change) {
        boolean room = work.offer(() -> change.get().ifPresent(this::tellAll));
        if (!room) LOG.debug("too much to do for what was learnt of a call");
    }

    /**
     * Says what is due by the clock, and returns when all that was handed over before has been told: for whoever moves
     * the clock by hand.
     *
     * @return when something is due next
     */
    Optional<Instant> settle() throws InterruptedException {
        CompletableFuture<Optional<Instant>> settled = new CompletableFuture<>();
        work.put(() -> {
            try {
                tell(calls.tick(clock.instant()));
            } finally {
                settled.complete(calls.nextDue());
            }
        });
        return settled.join();
    }

    /** Ends after what was handed over has been told; interrupted while waiting, it leaves at once. */
    void stop(Duration atMost) throws InterruptedException {
        closing = true;
        work.put(() -> LOG.debug("closing"));
        thread.join(atMost);
    }

    private void run() {
        while (!closing || !work.isEmpty()) {
            try {
                Optional<Duration> wait = untilNextDue();
                Runnable next = wait.isEmpty() ? work.take() : work.poll(wait.get().toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) tell(calls.tick(clock.instant()));
                else next.run();
                sayWhatIsSafe();
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException surprise) {
                LOG.error("a report could not be followed; watching goes on", surprise);
            }
        }
        sayWhatIsOwed();
    }

    /** Nobody tells it again after the restart, but whoever waits to hear that it is safe. */
    private void sayWhatIsOwed() {
        Instant before = Instant.MIN;
        for (Optional<Instant> due = calls.nextDue(); due.isPresent() && unsaid.isEmpty() && calls.oweAWord()
                && due.get().isAfter(before); due = calls.nextDue()) {
            before = due.get();
            tell(calls.tick(before));
        }
    }

    /** An end that is still weighed the first listener has not heard of; and its disk may be full. */
    private void sayWhatIsSafe() {
        if (unsaid.isEmpty() || calls.oweAWord() || !isAllOnDisk.getAsBoolean()) return;
        List<Runnable> safe = List.copyOf(unsaid);
        unsaid.clear();
        safe.forEach(Runnable::run);
    }

    /** Rounded up: a wait that ends a moment early would go round without anything being due. */
    private Optional<Duration> untilNextDue() {
        Optional<Duration> due = calls.nextDue()
                .map(next -> Duration.between(clock.instant(), next).plusMillis(1))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
        boolean waitsForTheDisk = !unsaid.isEmpty() && !isAllOnDisk.getAsBoolean();
        return waitsForTheDisk ? due.filter(wait -> wait.compareTo(LOOK_AGAIN) < 0).or(() -> Optional.of(LOOK_AGAIN))
                : due;
    }

    private void tell(List<CallEvent> events) {
        for (CallEvent event : events) tellAll(completed(event));
    }

    /** What cannot be looked up must not cost the event. */
    private CallEvent completed(CallEvent event) {
        try {
            return completing.apply(event);
        } catch (RuntimeException surprise) {
            LOG.error("call {}: a fault in the program; told as the phone told it", event.call().id(), surprise);
            return event;
        }
    }

    private void tellAll(CallEvent event) {
        for (CallListener listener : listeners) tell(listener, event);
    }

    /** A fault in one listener is not felt by the others. */
    private static void tell(CallListener listener, CallEvent event) {
        try {
            listener.happened(event);
        } catch (RuntimeException surprise) {
            LOG.error("call {}: a fault in the program; watching goes on", event.call().id(), surprise);
        }
    }
}

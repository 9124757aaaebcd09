package io.deskbell.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what waits in the outbox to the destination: at least once, in order within a call, calls that are going on
 * at once, the rest slowly. Two threads of its own, one for each, from {@link #start} to {@link #stop}; at rest both
 * sleep until something happens.
 */
public final class Courier {
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Bell bell;
    private final Line line;
    private final Lane live;
    private final Lane backlog;
    private final List<Thread> threads;
    private volatile boolean stopping;

    public Courier(Outbox outbox, Destination destination, List<DeliveryListener> listeners, Clock clock,
                   RandomGenerator random) {
        this(outbox, destination, listeners, () -> { }, clock, random);
    }

    /** @param onStatus told, on any thread, whenever {@link #status} is another; must not wait */
    public Courier(Outbox outbox, Destination destination, List<DeliveryListener> listeners, Runnable onStatus,
                   Clock clock, RandomGenerator random) {
        this.bell = outbox.bell();
        this.line = new Line(random, () -> outbox.queues().size(), onStatus);
        Carrier carrier = new Carrier(outbox, destination, listeners, line, clock);
        this.live = new LiveLane(outbox.queues(), carrier, clock);
        this.backlog = new BacklogLane(outbox, carrier, clock, random);
        this.threads = List.of(
                Thread.ofVirtual().name("courier-live").unstarted(() -> run(live)),
                Thread.ofVirtual().name("courier-backlog").unstarted(() -> run(backlog)));
    }

    public void start() {
        threads.forEach(Thread::start);
    }

    public CourierStatus status() {
        return line.status();
    }

    /** There is another key: what waited for it goes now. */
    public void keyChanged() {
        line.reopen();
        bell.ring();
    }

    /** Lets what is under way come to its end; what is not accepted by then stays on disk. */
    public void stop(Duration atMost) throws InterruptedException {
        stopping = true;
        bell.ring();
        long until = System.nanoTime() + atMost.toNanos();
        for (Thread thread : threads) join(thread, until);
        threads.forEach(Thread::interrupt);
    }

    /** The two ways, for tests that have a clock of their own and no threads. */
    Lane live() {
        return live;
    }

    Lane backlog() {
        return backlog;
    }

    private void run(Lane lane) {
        while (!stopping) {
            try {
                long heard = bell.rings();
                Optional<Duration> wait = step(lane);
                boolean more = wait.filter(Duration::isZero).isPresent();
                if (!more) bell.await(heard, wait);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    private static Optional<Duration> step(Lane lane) {
        try {
            return lane.step();
        } catch (RuntimeException surprise) {
            LOG.error("a fault in the program: {}; deliveries go on", Carrier.whereItHappened(surprise));
            return Optional.of(AFTER_A_FAULT);
        }
    }

    private static void join(Thread thread, long until) throws InterruptedException {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        if (thread.isAlive() && left.isPositive()) thread.join(left);
    }
}

package io.deskbell.source;

import io.deskbell.call.CallReport;
import io.deskbell.call.Reason;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one source watching: asks it again whenever its line is lost, after a pause that grows, and says once that it
 * is down and once that it is up. One thread of its own, from {@link #start} to {@link #stopAll}.
 */
public final class SourceRunner {
    private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);

    private final PhoneSource source;
    private final PhoneListener listener;
    private final Consumer<SourceStatus> onStatus;
    private final Clock clock;
    private final Waiting waiting;
    private final BackOff backOff;
    private final Thread thread;
    private volatile SourceStatus status = new SourceStatus.Connecting();
    private String fault = ""; // The last one since the line was up; of the runner's thread.

    public SourceRunner(PhoneSource source, PhoneListener listener, Consumer<SourceStatus> onStatus, Clock clock,
                        Waiting waiting, RandomGenerator random) {
        this.source = source;
        this.listener = new Announcing(listener);
        this.onStatus = onStatus;
        this.clock = clock;
        this.waiting = waiting;
        this.backOff = new BackOff(random);
        this.thread = Thread.ofVirtual().name("source-" + source.name()).unstarted(this::run);
    }

    /**
     * A runner that really waits.
     *
     * @param onStatus hears, on the runner's thread, of every other status
     */
    public static SourceRunner of(PhoneSource source, PhoneListener listener, Consumer<SourceStatus> onStatus,
                                  Clock clock) {
        return new SourceRunner(source, listener, onStatus, clock, Waiting.REAL, new Random());
    }

    public void start() {
        thread.start();
    }

    public String name() {
        return source.name();
    }

    public String description() {
        return source.description();
    }

    public Reason whereabouts() {
        return source.whereabouts();
    }

    public SourceStatus status() {
        return status;
    }

    /** Stops them all at the same time and waits for their farewells, a second at most for all together. */
    public static void stopAll(List<SourceRunner> runners) throws InterruptedException {
        stopAll(runners, Duration.ofSeconds(1));
    }

    /** The same with less time to wait. */
    public static void stopAll(List<SourceRunner> runners, Duration atMost) throws InterruptedException {
        runners.forEach(runner -> runner.thread.interrupt());
        long until = System.nanoTime() + atMost.toNanos();
        for (SourceRunner runner : runners) {
            Duration left = Duration.ofNanos(Math.max(1, until - System.nanoTime()));
            runner.thread.join(left);
        }
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Duration pause = watchOnce();
                LOG.debug("{}: trying again in {} ms", source.name(), pause.toMillis());
                waiting.pause(pause);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** Returns the pause before the next try. */
    private Duration watchOnce() throws InterruptedException {
        Optional<Duration> asked = Optional.empty();
        try {
            source.watch(listener);
            lost(Reason.of(SourceReason.ENDED));
        } catch (LineLostException why) {
            lost(why.reason());
            asked = why.pause();
        } catch (IOException why) {
            lost(LineLostException.reasonOf(why));
        } catch (RuntimeException surprise) {
            if (!surprise.toString().equals(fault)) {
                LOG.error("{}: a fault in the program; trying again", source.name(), surprise);
            }
            fault = surprise.toString(); // Speak once: its trace would fill the log, a try after the other.
            lost(Reason.of(SourceReason.FAULT));
        }
        return asked.orElseGet(backOff::next);
    }

    private void lost(Reason why) {
        boolean same = status instanceof SourceStatus.Lost before && before.reason().equals(why);
        if (same) return; // Speak once: not a line per try.
        LOG.warn("{}: not watching {}: {}", source.name(), source.description(), why.english());
        become(new SourceStatus.Lost(why, clock.instant()));
    }

    private void become(SourceStatus now) {
        status = now;
        onStatus.accept(now);
    }

    /** Notes that the line is up before the listener hears of it. */
    private final class Announcing extends ForwardingListener {
        Announcing(PhoneListener next) {
            super(next);
        }

        @Override
        public void watching() throws InterruptedException {
            backOff.reset();
            fault = "";
            if (!(status instanceof SourceStatus.Watching)) {
                LOG.info("{}: watching {}", source.name(), source.description());
                become(new SourceStatus.Watching(clock.instant()));
            }
            super.watching();
        }

        @Override
        public void report(CallReport report) throws InterruptedException {
            LOG.debug("{}: call {} is {}", source.name(), report.key().value(), report.state());
            super.report(report);
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
            LOG.debug("{}: {} calls go on", source.name(), reports.size());
            super.snapshot(reports, at);
        }
    }
}

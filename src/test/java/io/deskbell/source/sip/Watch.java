package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.deskbell.config.Secret;
import io.deskbell.config.SipSettings;
import io.deskbell.source.LineLostException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A source that watches in a thread of its own, for tests to talk with and to end. */
final class Watch implements AutoCloseable {
    /** As in life, but a round trip on loopback is short. */
    static final SipTimers QUICK = new SipTimers(Duration.ofMillis(50), Duration.ofMillis(200),
            Duration.ofMillis(3_200), Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(60),
            Duration.ofSeconds(15), Duration.ofMillis(50), Duration.ofMillis(400));
    /** Gives up after a third of a second. */
    static final SipTimers HASTY = new SipTimers(Duration.ofMillis(5), Duration.ofMillis(20),
            Duration.ofMillis(320), Duration.ofSeconds(5), Duration.ofSeconds(25), Duration.ofSeconds(60),
            Duration.ofSeconds(15), Duration.ofMillis(50), Duration.ofMillis(400));

    private final CompletableFuture<Exception> outcome = new CompletableFuture<>();
    private final Thread thread;

    private Watch(SipSource source, Recorded recorded) {
        this.thread = Thread.ofVirtual().unstarted(() -> {
            try {
                source.watch(recorded);
                outcome.complete(new AssertionErrorAsException("watch returned"));
            } catch (Exception end) {
                outcome.complete(end);
            }
        });
    }

    static Watch start(SipSource source, Recorded recorded) {
        Watch watch = new Watch(source, recorded);
        watch.thread.start();
        return watch;
    }

    static Watch start(SipSettings settings, Recorded recorded) {
        return start(new SipSource(settings, recorded, real(QUICK), SipSteps.NONE), recorded);
    }

    static Watch start(SipSettings settings, Surroundings surroundings, Recorded recorded) {
        return start(new SipSource(settings, recorded, surroundings, SipSteps.NONE), recorded);
    }

    static Surroundings real(SipTimers timers) {
        return with(SipTime.of(Clock.systemUTC()), timers, LocalAddress.OF_THE_SYSTEM);
    }

    static Surroundings with(SipTime time, SipTimers timers, LocalAddress localAddress) {
        return new Surroundings(time, timers, DnsNames.of("dns://127.0.0.1:1"), localAddress, new Tokens(),
                new Random(1));
    }

    static Surroundings moving(SipTime time, InetAddress address) {
        return with(time, SipTimers.USUAL, server -> address);
    }

    static SipSettings settings(String... servers) {
        return settings(false, Optional.empty(), servers);
    }

    static SipSettings settings(boolean register, Optional<Path> certificate, String... servers) {
        return new SipSettings(List.of(servers), Optional.of("pbx.test"), "203", "203", new Secret("pw203"), "201",
                register, Duration.ofSeconds(600), Duration.ofSeconds(30), certificate, SipSettings.Dial.NO,
                SipSettings.Event.DIALOG, Optional.empty());
    }

    /** How it ended by itself. */
    Exception outcome() throws InterruptedException {
        try {
            return outcome.get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException still) {
            throw new AssertionError("it is still watching", still);
        }
    }

    LineLostException lost() throws InterruptedException {
        Exception end = outcome();
        if (end instanceof LineLostException lost) return lost;
        throw new AssertionError("not lost but", end);
    }

    void assertStillWatching() {
        assertFalse(outcome.isDone(), () -> "it ended: " + outcome.join());
    }

    /** Ends it from outside and returns how it ended. */
    Exception stop() throws InterruptedException {
        thread.interrupt();
        return outcome();
    }

    @Override
    public void close() {
        thread.interrupt();
        outcome.copy().orTimeout(5, TimeUnit.SECONDS).join();
    }

    private static final class AssertionErrorAsException extends Exception {
        private static final long serialVersionUID = 1L;

        AssertionErrorAsException(String words) {
            super(words);
        }
    }
}

package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.deskbell.call.CallReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(10)
class SourceRunnerTest {
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final List<SourceStatus> statuses = Collections.synchronizedList(new ArrayList<>());
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch scriptOver = new CountDownLatch(1);

    @Test
    void aLostLineIsSaidOnceHoweverOftenItIsTried() throws InterruptedException {
        run(step(() -> { throw new LineLostException("pbx.example.com does not answer"); }),
                step(() -> { throw new LineLostException("pbx.example.com does not answer"); }),
                step(() -> { throw new LineLostException("pbx.example.com does not answer"); }),
                ScriptedSource.UP);

        assertEquals(List.of(new SourceStatus.Lost("pbx.example.com does not answer", NOW),
                new SourceStatus.Watching(NOW), new SourceStatus.Lost("the line ended", NOW)), statuses);
    }

    @Test
    void anotherReasonIsSaidToo() throws InterruptedException {
        run(step(() -> { throw new LineLostException("no answer"); }),
                step(() -> { throw new IOException("connection refused"); }));

        assertEquals(List.of(new SourceStatus.Lost("no answer", NOW),
                new SourceStatus.Lost("connection refused", NOW)), statuses);
    }

    /** Who asks for more wants to see the tries between the first loss and the last. */
    @Test
    void atDebugEveryTryIsSaid() throws InterruptedException {
        Logger logger = (Logger) LoggerFactory.getLogger(SourceRunner.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
        try {
            run(step(() -> { throw new LineLostException("busy", Duration.ofSeconds(90)); }),
                    step(() -> { throw new LineLostException("busy", Duration.ofSeconds(90)); }));
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }
        assertEquals(2, List.copyOf(log.list).stream().filter(event ->
                event.getFormattedMessage().endsWith(": trying again in 90000 ms")).count());
    }

    @Test
    void theOtherSidesPauseIsKept() throws InterruptedException {
        run(step(() -> { throw new LineLostException("busy", Duration.ofSeconds(90)); }));
        assertEquals(Duration.ofSeconds(90), pauses.getFirst());
    }

    @Test
    void aFaultInASourceDoesNotEndTheWatching() throws InterruptedException {
        run(step(() -> { throw new IllegalStateException("a fault"); }), ScriptedSource.UP);
        assertTrue(statuses.contains(new SourceStatus.Watching(NOW)), statuses.toString());
    }

    @Test
    void theSameFaultLeavesItsTraceOnce() throws InterruptedException {
        Logger logger = (Logger) LoggerFactory.getLogger(SourceRunner.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            run(step(() -> { throw new IllegalStateException("a fault"); }),
                    step(() -> { throw new IllegalStateException("a fault"); }),
                    step(() -> { throw new IllegalStateException("another"); }));
        } finally {
            logger.detachAppender(log);
        }
        assertEquals(List.of("a fault", "another"), List.copyOf(log.list).stream()
                .filter(event -> event.getThrowableProxy() != null)
                .map(event -> event.getThrowableProxy().getMessage()).toList());
    }

    @Test
    void everyWordOfASourceIsHandedOn() throws InterruptedException {
        EveryWord words = new EveryWord();
        run(words.last(), words::tell);
        words.allCame();
    }

    @Test
    void beingStoppedInterruptsTheSource() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch watching = new CountDownLatch(1);
        PhoneSource source = new ScriptedSource(new ArrayDeque<>(List.of(listener -> {
            watching.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
        })), scriptOver);
        SourceRunner runner = runner(source, new DeafListener());
        runner.start();
        assertTrue(watching.await(5, TimeUnit.SECONDS));
        SourceRunner.stopAll(List.of(runner));
        assertTrue(interrupted.await(5, TimeUnit.SECONDS));
    }

    private void run(ScriptedSource.Step... steps) throws InterruptedException {
        run(new DeafListener(), steps);
    }

    private void run(PhoneListener listener, ScriptedSource.Step... steps) throws InterruptedException {
        SourceRunner runner = runner(new ScriptedSource(new ArrayDeque<>(List.of(steps)), scriptOver), listener);
        runner.start();
        assertTrue(scriptOver.await(5, TimeUnit.SECONDS), "the script did not end");
        SourceRunner.stopAll(List.of(runner));
    }

    private SourceRunner runner(PhoneSource source, PhoneListener listener) {
        return new SourceRunner(source, listener, statuses::add, Clock.fixed(NOW, ZoneOffset.UTC),
                pauses::add, new Random(1));
    }

    private static ScriptedSource.Step step(Failing failing) {
        return listener -> failing.fail();
    }

    /** A step that only fails. */
    private interface Failing {
        void fail() throws IOException;
    }

    /** Plays one step a call of watch; when the script is over it waits to be interrupted. */
    private record ScriptedSource(Deque<Step> steps, CountDownLatch over) implements PhoneSource {
        static final Step UP = PhoneListener::watching;

        /** What one watch does. */
        interface Step {
            void play(PhoneListener listener) throws IOException, InterruptedException;
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public String description() {
            return "201 on a script";
        }

        @Override
        public void watch(PhoneListener listener) throws IOException, InterruptedException {
            Step next = steps.poll();
            if (next == null) {
                over.countDown();
                new CountDownLatch(1).await();
            } else {
                next.play(listener);
            }
        }
    }

    /** Takes everything and does nothing. */
    private static final class DeafListener implements PhoneListener {
        @Override
        public void watching() {
        }

        @Override
        public void report(CallReport report) {
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
        }
    }
}

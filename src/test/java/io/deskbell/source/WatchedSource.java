package io.deskbell.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallReport;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A source that watches in a thread of its own, as the companion has it watch, and what it says, word by word. */
public final class WatchedSource implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofMillis(500); // The contract of PhoneSource.
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
    private final Thread thread;

    private WatchedSource(PhoneSource source) {
        thread = Thread.ofVirtual().name("watched-" + source.name()).start(() -> watch(source));
    }

    public static WatchedSource start(PhoneSource source) {
        return new WatchedSource(source);
    }

    /** Waits for these words and fails when others come. */
    public void says(String... words) throws InterruptedException {
        for (String word : words) {
            assertEquals(word, next());
        }
    }

    public String next() throws InterruptedException {
        String word = said.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return word == null ? "nothing" : word;
    }

    public boolean saidNothingElse() {
        return said.isEmpty();
    }

    /** Stops it, and fails when that takes longer than a source may take. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            // Four times what it promises: a machine that tests may be busy.
            assertTrue(thread.join(FAREWELL.multipliedBy(4)), "it goes on after it was stopped");
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(PhoneSource source) {
        try {
            source.watch(new Ear());
            said.add("ended");
        } catch (LineLostException why) {
            said.add("lost: " + why.getMessage());
        } catch (IOException why) {
            said.add("lost without words: " + why);
        } catch (InterruptedException stopped) {
            said.add("stopped");
        }
    }

    private static String line(CallReport report) {
        return report.state() + report.direction().map(way -> way == Direction.INBOUND ? " from " : " to ").orElse(" ")
                + party(report.party()) + report.reason().map(why -> " " + why).orElse("");
    }

    private static String party(Party party) {
        return switch (party) {
            case Party.Outside outside -> outside.number().e164();
            case Party.Colleague colleague -> colleague.extension().digits();
            case Party.Withheld withheld -> "withheld";
            case Party.Unknown unknown -> "unknown";
        };
    }

    private final class Ear implements PhoneListener {
        @Override
        public void watching() {
            said.add("watching");
        }

        @Override
        public void report(CallReport report) {
            said.add(line(report));
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            said.add("all: " + reports.stream().map(WatchedSource::line).toList());
        }
    }
}

package io.deskbell.doctor;

import io.deskbell.call.CallReport;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Watches a phone for a moment: does the line come up, does the phone say what calls there are. */
public final class PhoneCheck implements Check {
    private final PhoneSource source;
    private final Duration patience;

    public PhoneCheck(PhoneSource source, Duration patience) {
        this.source = source;
        this.patience = patience;
    }

    /** What came of watching, in the order it came. */
    private sealed interface Outcome {
        record Up() implements Outcome {
        }

        record Calls(int number) implements Outcome {
        }

        record Lost(String why) implements Outcome {
        }
    }

    @Override
    public List<Finding> look() throws InterruptedException {
        BlockingQueue<Outcome> outcomes = new LinkedBlockingQueue<>();
        Thread watching = Thread.ofVirtual().name("doctor-" + source.name()).start(() -> watch(outcomes));
        try {
            return findings(outcomes);
        } finally {
            watching.interrupt();
            watching.join(Duration.ofSeconds(1));
        }
    }

    private List<Finding> findings(BlockingQueue<Outcome> outcomes) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Outcome next = outcomes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            switch (next) {
                case null -> {
                    findings.add(Finding.broken(source.name(), findings.isEmpty()
                            ? "no answer within " + patience.toSeconds() + " s from " + source.description()
                                    + ": check its address, port and transport, and that no firewall is in between"
                            : "the line is up, but the phone never said what calls there are"));
                    return findings;
                }
                case Outcome.Up up -> findings.add(Finding.well(source.name(), "watching " + source.description()));
                case Outcome.Calls calls -> {
                    findings.add(Finding.well(source.name(), calls.number() + " calls at the phone now"));
                    return findings;
                }
                case Outcome.Lost lost -> {
                    findings.add(Finding.broken(source.name(), lost.why()));
                    return findings;
                }
            }
        }
    }

    private void watch(BlockingQueue<Outcome> outcomes) {
        try {
            source.watch(new PhoneListener() {
                @Override
                public void watching() {
                    outcomes.add(new Outcome.Up());
                }

                @Override
                public void report(CallReport report) {
                    // The first state is what is waited for.
                }

                @Override
                public void snapshot(List<CallReport> reports, Instant at) {
                    outcomes.add(new Outcome.Calls(reports.size()));
                }
            });
            outcomes.add(new Outcome.Lost("the line ended at once"));
        } catch (IOException why) {
            outcomes.add(new Outcome.Lost(String.valueOf(why.getMessage())));
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            outcomes.add(new Outcome.Lost("a fault in the program: " + fault.getClass().getSimpleName()));
        }
    }
}

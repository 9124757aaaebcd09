package io.deskbell.doctor;

import io.deskbell.call.CallReport;
import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
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

        record Lost(Reason why) implements Outcome {
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
                    findings.add(findings.isEmpty()
                            ? PhoneReason.SILENT.broken(source.name(), patience.toSeconds(), source.description())
                            : PhoneReason.TELLS_NOTHING.broken(source.name()));
                    return findings;
                }
                case Outcome.Up up -> findings.add(PhoneReason.WATCHING.well(source.name(), source.description()));
                case Outcome.Calls calls -> {
                    findings.add(PhoneReason.CALLS.well(source.name(), calls.number()));
                    return findings;
                }
                case Outcome.Lost lost -> {
                    findings.add(new Finding(Finding.Mark.BROKEN, source.name(), lost.why()));
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
            outcomes.add(new Outcome.Lost(Reason.of(PhoneReason.ENDED_AT_ONCE)));
        } catch (IOException why) {
            outcomes.add(new Outcome.Lost(LineLostException.reasonOf(why)));
        } catch (InterruptedException enough) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException fault) {
            outcomes.add(new Outcome.Lost(Reason.of(PhoneReason.FAULT, fault.getClass().getSimpleName())));
        }
    }
}

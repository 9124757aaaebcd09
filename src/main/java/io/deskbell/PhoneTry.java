package io.deskbell;

import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.Party;
import io.deskbell.config.Config;
import io.deskbell.config.Secret;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.SourceRunner;
import io.deskbell.source.SourceStatus;
import io.deskbell.ui.PhoneTrial;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Watches every phone of a configuration as the companion would, and only says who rings. */
final class PhoneTry implements PhoneTrial {
    private final Clock clock;

    PhoneTry(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Runnable begin(Config config, BiConsumer<String, SourceStatus> line, Consumer<Party> rings) {
        LogSetup.keepQuiet(config.secrets().stream().map(Secret::reveal).toList()); // Not saved yet, perhaps.
        List<SourceRunner> runners = PhoneSources.of(config, clock).stream()
                .map(source -> runner(source, line, rings)).toList();
        runners.forEach(SourceRunner::start);
        return () -> Thread.ofVirtual().name("trial-end").start(() -> end(runners));
    }

    private SourceRunner runner(PhoneSource source, BiConsumer<String, SourceStatus> line, Consumer<Party> rings) {
        String where = source.whereabouts().in(Locale.getDefault(Locale.Category.DISPLAY));
        return SourceRunner.of(source, new Ear(rings), status -> line.accept(where, status), clock);
    }

    private static void end(List<SourceRunner> runners) {
        try {
            SourceRunner.stopAll(runners);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Hears incoming calls ring. */
    private record Ear(Consumer<Party> rings) implements PhoneListener {
        @Override
        public void watching() {
            // The runner's status says so.
        }

        @Override
        public void report(CallReport report) {
            boolean outbound = report.direction().filter(Direction.OUTBOUND::equals).isPresent();
            if (report.state() == CallState.RINGING && !outbound) rings.accept(report.party());
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) {
            reports.forEach(this::report);
        }
    }
}

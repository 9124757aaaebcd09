package io.deskbell.relay;

import io.deskbell.call.CallReport;
import io.deskbell.call.Extension;
import io.deskbell.source.Exchange;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.mqtt.Letter;
import io.deskbell.source.mqtt.Wire;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import io.deskbell.source.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a watched source reports of each extension becomes a letter in the spool. When no more can be kept the source
 * is made to wait. Any thread.
 */
final class WatchedDesks implements Exchange.Desks {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedDesks.class);
    /** A desk that missed a letter is set right by then. */
    static final Duration REPEATED = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String relay;
    private final List<Extension> extensions;
    private final Spool spool;
    private final Clock clock;
    private final Waiting waiting;
    private final String run;
    private final AtomicLong letters = new AtomicLong();
    /** What was told last of an extension, where that was a snapshot: else systems asked again fill the spool. */
    private final Map<Extension, Snapshot> last = new ConcurrentHashMap<>();
    private volatile boolean full;

    private record Snapshot(Set<String> calls, Instant at) {
        boolean saysNothingNewAfter(Snapshot before) {
            return before != null && calls.equals(before.calls) && at.isBefore(before.at.plus(REPEATED));
        }
    }

    WatchedDesks(String relay, List<Extension> extensions, Spool spool, Clock clock, Waiting waiting) {
        this.relay = relay;
        this.extensions = List.copyOf(extensions);
        this.spool = spool;
        this.clock = clock;
        this.waiting = waiting;
        this.run = relay + "-" + clock.instant().toEpochMilli() + "-";
    }

    @Override
    public List<Extension> all() {
        return extensions;
    }

    @Override
    public PhoneListener of(Extension extension) {
        return new PhoneListener() {
            @Override
            public void watching() throws InterruptedException {
                last.remove(extension);
                keep(extension, new Letter.LineUp(envelope(clock.instant())));
            }

            @Override
            public void report(CallReport report) throws InterruptedException {
                last.remove(extension);
                keep(extension, new Letter.Reported(envelope(report.at()), report));
            }

            @Override
            public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
                Snapshot now = new Snapshot(reports.stream()
                        .map(report -> report.key().value() + " " + report.state()).collect(Collectors.toSet()), at);
                if (now.saysNothingNewAfter(last.get(extension))) return;
                keep(extension, new Letter.Calls(envelope(at), reports));
                last.put(extension, now);
            }
        };
    }

    private Letter.Envelope envelope(Instant at) {
        return new Letter.Envelope(run + letters.incrementAndGet(), relay, at);
    }

    private void keep(Extension extension, Letter letter) throws InterruptedException {
        byte[] body = Wire.bytes(letter);
        while (true) {
            try {
                spool.add(letter.envelope().at(), Optional.of(extension.digits()), body);
                full = false;
                return;
            } catch (IOException cannot) {
                if (!full) LOG.error("relay: the telephone system has to wait: {}", cannot.getMessage());
                full = true;
                waiting.pause(PAUSE);
            }
        }
    }
}

package io.deskbell.source.sip;

import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallState;
import io.deskbell.call.Direction;
import io.deskbell.call.NumberPlan;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Document;

/**
 * Follows the presence of one line (RFC 3856): idle, ringing, talking, on hold; one call at a time, nearly always
 * without a number. A body that cannot be read changes nothing. Not thread safe.
 */
final class PresenceWatch implements DialogBodies {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceWatch.class);
    private static final Set<String> TYPES = Set.of("application/pidf+xml", "application/pidf-diff+xml",
            "application/xpidf+xml", "application/simple-filter+xml", "");

    private final PresenceReader reader = new PresenceReader();
    private final PresenceDocument document = new PresenceDocument();
    private final NumberPlan plan;
    private Optional<CallKey> call = Optional.empty();
    private int calls;
    private boolean first = true;
    private boolean complained;

    PresenceWatch(NumberPlan plan) {
        this.plan = plan;
    }

    @Override
    public void subscribed() {
        first = true;
        document.clear();
    }

    @Override
    public boolean notified(String contentType, byte[] body, Instant at, PhoneListener listener)
            throws InterruptedException {
        String type = contentType.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        if (body.length == 0) { // Kamailio, before anything was published of the line.
            take(new Presence(List.of(), List.of()), at, listener);
            return false;
        }
        if (!TYPES.contains(type)) return false;
        Optional<Document> read = reader.read(contentType, body);
        if (read.isEmpty()) return complain();
        Optional<Presence> said = document.take(read.get());
        if (said.isEmpty()) return true;
        take(said.get(), at, listener);
        return false;
    }

    private void take(Presence presence, Instant at, PhoneListener listener) throws InterruptedException {
        Optional<CallReport> report = report(presence, at);
        if (first) {
            List<CallReport> living = report.filter(one -> one.state() != CallState.ENDED).stream().toList();
            listener.snapshot(living, at);
        } else if (report.isPresent()) {
            listener.report(report.get());
        }
        first = false;
    }

    private Optional<CallReport> report(Presence presence, Instant at) {
        Presence.State state = presence.state();
        if (state == Presence.State.IDLE) {
            Optional<CallReport> ended = call.map(key -> CallReport.of(key, CallState.ENDED, at));
            call = Optional.empty();
            return ended;
        }
        if (call.isEmpty()) call = Optional.of(CallKey.reused("presence " + ++calls));
        CallReport report = CallReport.of(call.get(), switch (state) {
            case RINGING -> CallState.RINGING;
            case HELD -> CallState.HELD;
            case TALKING, IDLE -> CallState.CONNECTED;
        }, at);
        if (state == Presence.State.RINGING) report = report.going(Direction.INBOUND);
        String number = presence.number();
        return Optional.of(number.isEmpty() ? report : report.with(plan.caller(number, "")));
    }

    private boolean complain() {
        if (!complained) LOG.warn("a NOTIFY of presence could not be read; the line stays as it was");
        complained = true; // Speak once.
        return false;
    }
}

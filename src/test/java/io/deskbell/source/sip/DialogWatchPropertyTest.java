package io.deskbell.source.sip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever documents come, in whatever order: every call that begins ends, once, and none is left over. */
class DialogWatchPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final List<String> IDS = List.of("201", "sip:201@pbx.test", "1", "2", "", "a-long-dialog-id-1",
            "a-long-dialog-id-2");
    private static final List<String> CALL_IDS = List.of("", "", "c1@pbx", "c2@pbx", "pickup-1@pbx");
    private static final List<String> STATES = List.of("Trying", "early", "confirmed", "confirmed", "terminated",
            "odd", "");
    private static final List<String> IDENTITIES = List.of("sip:+31612345678@pbx", "sip:202@pbx", "sip:201@pbx",
            "sip:anonymous@anonymous.invalid", "tel:0201234567", "");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final List<CallEvent> events = new ArrayList<>();

    @Test
    void everyCallThatBeginsEndsOnce() throws InterruptedException {
        for (int round = 0; round < 50; round++) {
            events.clear();
            play();
            check();
        }
    }

    private void play() throws InterruptedException {
        DialogWatch watch = new DialogWatch(
                new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension("201")), "201");
        CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        PhoneListener phone = into(tracker);
        Instant now = BEGIN;
        watch.subscribed();
        for (int version = 0; version < 60; version++) {
            now = now.plusMillis(random.nextInt(6_000));
            if (random.nextInt(15) == 0) {
                watch.subscribed();
                phone.watching();
            }
            byte[] body = random.nextInt(12) == 0 ? new byte[0] : Bodies.bytes(document(version));
            watch.notified(Bodies.TYPE, body, now, phone);
        }
        watch.notified(Bodies.TYPE, Bodies.bytes(Bodies.full(1_000)), now.plusSeconds(1), phone);
        assertEquals(List.of(), tracker.calls(), () -> "seed " + seed);
        events.addAll(tracker.tick(now.plus(Duration.ofDays(1))));
    }

    private PhoneListener into(CallTracker tracker) {
        return new PhoneListener() {
            @Override
            public void watching() {
                tracker.reconnected();
            }

            @Override
            public void report(CallReport report) {
                events.addAll(tracker.report(report));
            }

            @Override
            public void snapshot(List<CallReport> reports, Instant at) {
                events.addAll(tracker.snapshot(reports, at));
            }
        };
    }

    private String document(int version) {
        int number = random.nextInt(10) == 0 ? Math.max(0, version - random.nextInt(3)) : version;
        String[] dialogs = new String[random.nextInt(4)];
        for (int i = 0; i < dialogs.length; i++) {
            dialogs[i] = dialog();
        }
        String text = random.nextInt(3) == 0 ? Bodies.partial(number, dialogs) : Bodies.full(number, dialogs);
        return random.nextInt(15) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
    }

    private String dialog() {
        return "<dialog id=\"" + any(IDS) + "\" call-id=\"" + any(CALL_IDS) + "\" direction=\""
                + any(List.of("initiator", "recipient", "")) + "\"><state event=\""
                + any(List.of("", "rejected", "cancelled")) + "\">" + any(STATES) + "</state><local><identity>"
                + any(IDENTITIES) + "</identity><target uri=\"x\"><param pname=\"+sip.rendering\" pvalue=\""
                + any(List.of("yes", "no", "")) + "\"/></target></local><remote><identity>" + any(IDENTITIES)
                + "</identity></remote></dialog>";
    }

    private String any(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Given up while ringing and answered after all is the one way back. */
    private void check() {
        Set<String> live = new HashSet<>();
        Set<String> answeredAndOver = new HashSet<>();
        for (CallEvent event : events) {
            String id = event.call().id();
            assertTrue(!answeredAndOver.contains(id), () -> "seed " + seed + ": " + event.type() + " after the end");
            if (!event.call().hasEnded()) live.add(id);
            else live.remove(id);
            if (event.call().hasEnded() && event.call().wasAnswered()) answeredAndOver.add(id);
        }
        assertEquals(Set.of(), live, () -> "seed " + seed);
    }
}

package io.deskbell.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.deskbell.call.CallEvent.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever a phone says in whatever order: what leaves is in order, never repeats, and ends every call it begins. */
class CallTrackerPropertyTest {
    private static final Instant BEGIN = Instant.parse("2026-01-05T09:00:00Z");
    private static final List<Party> PARTIES = List.of(Party.Unknown.NOBODY, new Party.Withheld(),
            new Party.Outside(new PhoneNumber("+31612345678"), "Jan"),
            new Party.Outside(new PhoneNumber("+31201234567"), ""),
            new Party.Colleague(new Extension("202"), "Piet"), new Party.Colleague(new Extension("203"), ""));

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void eventsOfEveryCallAreInOrderAndEnd() {
        for (int round = 0; round < 300; round++) {
            play(5 + random.nextInt(200));
        }
    }

    private void play(int steps) {
        CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        List<CallEvent> events = new ArrayList<>();
        Instant now = BEGIN;
        for (int step = 0; step < steps; step++) {
            now = now.plusMillis(random.nextInt(10) == 0 ? random.nextInt(400_000) : random.nextInt(1_500));
            events.addAll(step(tracker, now));
            assertTrue(tracker.calls().size() <= TrackerLimits.USUAL.calls(), () -> "seed " + seed);
        }
        events.addAll(tracker.snapshot(List.of(), now));
        events.addAll(tracker.tick(now.plus(Duration.ofDays(1))));
        check(events);
        assertEquals(List.of(), tracker.calls(), () -> "seed " + seed);
    }

    private List<CallEvent> step(CallTracker tracker, Instant now) {
        return switch (random.nextInt(12)) {
            case 0 -> tracker.tick(now);
            case 1 -> {
                if (random.nextBoolean()) tracker.reconnected();
                yield tracker.snapshot(List.of(report(now), report(now)), now);
            }
            case 2 -> {
                CallReport first = report(now);
                List<CallEvent> twice = new ArrayList<>(tracker.report(first));
                twice.addAll(tracker.report(first));
                yield twice;
            }
            default -> tracker.report(report(now));
        };
    }

    private CallReport report(Instant now) {
        Instant at = random.nextInt(8) == 0 ? now.minusMillis(random.nextInt(5_000)) : now;
        CallState[] states = CallState.values();
        CallReport report = CallReport.of(key(), states[random.nextInt(states.length)], at);
        if (random.nextBoolean()) report = report.with(PARTIES.get(random.nextInt(PARTIES.size())));
        if (random.nextBoolean()) report = report.going(random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND);
        if (random.nextInt(6) == 0) report = report.also(key().value());
        if (random.nextInt(20) == 0) report = report.givenTo(new Extension("204"), random.nextBoolean());
        if (random.nextInt(10) == 0) {
            report = report.because(EndReason.values()[random.nextInt(EndReason.values().length)]);
        }
        return report;
    }

    private CallKey key() {
        int name = random.nextInt(6);
        return name < 3 ? CallKey.leg("leg" + name) : CallKey.reused(String.valueOf(name));
    }

    /** A call that was given up while it rang may come back once it is answered; nothing else follows an end. */
    private void check(List<CallEvent> events) {
        Map<String, List<Type>> stories = new HashMap<>();
        Set<String> begunAndNotOver = new HashSet<>();
        for (CallEvent event : events) {
            List<Type> story = stories.computeIfAbsent(event.call().id(), id -> new ArrayList<>());
            boolean cameBack = story.contains(Type.ENDED) && !story.contains(Type.ANSWERED) && !isTerminal(event.type());
            if (cameBack) story.removeAll(List.of(Type.ENDED));
            if (!mayFollow(story, event)) {
                fail("seed " + seed + ": " + event.type() + " after " + story + " of " + event.call().id());
            }
            story.add(event.type());
            if (isTerminal(event.type())) begunAndNotOver.remove(event.call().id());
            else begunAndNotOver.add(event.call().id());
        }
        assertEquals(Set.of(), begunAndNotOver, () -> "seed " + seed);
    }

    private static boolean isTerminal(Type type) {
        return type == Type.ENDED || type == Type.TRANSFERRED;
    }

    private boolean mayFollow(List<Type> story, CallEvent event) {
        Type type = event.type();
        boolean answered = story.contains(Type.ANSWERED);
        boolean over = story.contains(Type.ENDED);
        boolean givenAway = story.contains(Type.TRANSFERRED);
        return switch (type) {
            case RINGING -> story.isEmpty();
            case ANSWERED -> !answered && !givenAway;
            case HELD -> answered && last(story) != Type.HELD && !over && !givenAway;
            case RESUMED -> last(story) == Type.HELD && !over && !givenAway;
            case CHANGED -> !story.isEmpty() && !over && !givenAway;
            case TRANSFERRED -> !over && !givenAway;
            case ENDED -> !over;
        };
    }

    private static Type last(List<Type> story) {
        return story.stream().filter(type -> type != Type.CHANGED).reduce((a, b) -> b).orElse(Type.CHANGED);
    }

    @Test
    void memoryIsBoundedWhateverNamesThePhoneInvents() {
        CallTracker tracker = new CallTracker(new Extension("201"), TrackerLimits.USUAL);
        for (int i = 0; i < 50_000; i++) {
            Instant now = BEGIN.plusMillis(i);
            CallReport begun = CallReport.of(CallKey.leg("call" + i), CallState.CONNECTED, now).also("alias" + i);
            tracker.report(begun);
            if (i % 2 == 0) tracker.report(CallReport.of(begun.key(), CallState.ENDED, now));
        }
        assertEquals(TrackerLimits.USUAL.calls(), tracker.calls().size());
        assertFalse(tracker.turnedAway() == 0);
    }
}

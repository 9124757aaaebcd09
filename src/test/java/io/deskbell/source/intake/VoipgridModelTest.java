package io.deskbell.source.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.deskbell.call.DigitLengths;
import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Registration;
import io.deskbell.source.RegisteringDesk;
import io.deskbell.source.Settling;
import io.deskbell.source.voipgrid.Notifications.Person;
import io.deskbell.source.voipgrid.Sequence;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A thousand afternoons of two desks on VoIPGRID: every sequence there is, with names switched or not, each word of
 * which may come late, overtake others, or come twice. What Agent Inbox would receive equals what happened.
 */
class VoipgridModelTest {
    private static final int AFTERNOONS = 1_000;
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    /** Less than an end is kept back. */
    private static final int LATEST_MS = 700;

    private final long seed = Optional.ofNullable(System.getProperty("seed")).map(Long::valueOf)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);

    private record Arrival(Instant at, String json) {
    }

    private record Kept(Instant at, List<Word> words) {
    }

    @Test
    void whatAgentInboxWouldReceiveEqualsWhatHappened() throws Exception {
        System.out.println("VoipgridModelTest seed " + seed);
        for (int afternoon = 0; afternoon < AFTERNOONS; afternoon++) {
            List<Arrival> arrivals = new ArrayList<>();
            Map<String, List<String>> first = new TreeMap<>();
            Map<String, List<String>> second = new TreeMap<>();
            List<String> what = new ArrayList<>();
            Instant begin = NOON;
            for (int call = 0; call < 1 + random.nextInt(4); call++) {
                Sequence.Kind kind = Sequence.Kind.values()[random.nextInt(Sequence.Kind.values().length)];
                boolean switched = random.nextBoolean();
                String id = "58f1a0-" + afternoon + "." + call;
                Sequence sequence = Sequence.of(kind, id, Person.outside("+3150123456" + call, "A"), switched, begin,
                        pace());
                what.add(kind + (switched ? " switched" : ""));
                if (!sequence.first().isEmpty()) first.put(id, sequence.first());
                if (!sequence.second().isEmpty()) second.put(id, sequence.second());
                begin = deliver(sequence, begin, arrivals).plusSeconds(5);
            }
            arrivals.sort(Comparator.comparing(Arrival::at));
            String words = "seed " + seed + ", afternoon " + afternoon + " " + what;
            assertEquals(first, received("201", arrivals), () -> words + " at 201\n" + lines(arrivals));
            assertEquals(second, received("202", arrivals), () -> words + " at 202\n" + lines(arrivals));
        }
    }

    private static String lines(List<Arrival> arrivals) {
        StringBuilder lines = new StringBuilder();
        arrivals.forEach(one -> lines.append(one.at()).append(' ').append(one.json()).append('\n'));
        return lines.toString();
    }

    private Sequence.Pace pace() {
        return new Sequence.Pace() {
            @Override
            public Duration soon() {
                return Duration.ofMillis(10 + random.nextInt(600));
            }

            @Override
            public Duration later() {
                return Duration.ofMillis(1_000 + random.nextInt(20_000));
            }
        };
    }

    /** Returns when the last of it happened. */
    private Instant deliver(Sequence sequence, Instant begin, List<Arrival> arrivals) {
        Instant at = begin;
        for (Sequence.Told told : sequence.told()) {
            at = at.plus(told.after());
            boolean prompt = random.nextInt(3) > 0;
            Instant arrives = at.plusMillis(prompt ? 0 : random.nextInt(LATEST_MS));
            arrivals.add(new Arrival(arrives, told.json()));
            boolean again = random.nextInt(5) == 0;
            if (again) arrivals.add(new Arrival(arrives.plusMillis(random.nextInt(8_000)), told.json()));
        }
        return at;
    }

    /** By the call's name: what is registered, and for whom. */
    private static Map<String, List<String>> received(String desk, List<Arrival> arrivals)
            throws NotUnderstoodException {
        Desk one = new Desk(desk);
        Settling<Kept> ends = new Settling<>(Settling.USUAL);
        for (Arrival arrival : arrivals) {
            for (Optional<Long> due = ends.dueAt(); due.filter(at -> at <= nanos(arrival.at())).isPresent();
                    due = ends.dueAt()) {
                ends.due(due.get()).forEach(one::take);
            }
            Kept words = new Kept(arrival.at(), one.read(arrival));
            if (Word.mayHaveOvertaken(words.words())) ends.keep(words, nanos(arrival.at()));
            else one.take(words);
        }
        ends.due(Long.MAX_VALUE / 2).forEach(one::take);
        return one.registered();
    }

    private static long nanos(Instant at) {
        return Duration.between(NOON, at).toNanos();
    }

    /** Everything between the intake and the outbox. */
    private static final class Desk {
        private final RegisteringDesk desk;
        private final VoipgridNotification reader;
        private final OpenCalls open;

        Desk(String extension) {
            desk = new RegisteringDesk(extension);
            reader = new VoipgridNotification(extension);
            open = new OpenCalls(new NumberPlan("NL", new DigitLengths("2..5"), "", new Extension(extension)));
        }

        List<Word> read(Arrival arrival) throws NotUnderstoodException {
            return reader.read(Telling.ofBody(arrival.json().getBytes(StandardCharsets.UTF_8), "relay"));
        }

        void take(Kept kept) {
            for (Word word : kept.words()) open.reports(word, kept.at()).forEach(desk::report);
        }

        Map<String, List<String>> registered() {
            return desk.registered().stream().collect(Collectors.groupingBy(Registration::callId, TreeMap::new,
                    Collectors.mapping(told -> told.kind() + " " + told.extension().digits(), Collectors.toList())));
        }
    }
}

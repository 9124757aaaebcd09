package io.deskbell.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.deskbell.source.mqtt.Topics;
import io.deskbell.source.voipgrid.Notifications.Person;
import io.deskbell.source.voipgrid.Sequence;
import io.deskbell.source.voipgrid.Sequence.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Afternoons of two desks that two relays tell of their calls. Each notification goes to one of the two, or to both;
 * each relay hands on what it has in its order and at its own pace, now and then minutes late. What Agent Inbox would
 * receive equals what happened.
 */
class TwoRelaysModelTest {
    private static final int AFTERNOONS = 600;
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Topics TOPICS = new Topics("deskbell");
    /** From the platform to the desk, less than an end is kept back. */
    private static final int LATEST_MS = 700;
    private static final int CUT_OFF_MS = 300_000;
    /** Without a colleague who takes what is handed over. */
    private static final Set<Kind> HASTY = EnumSet.of(Kind.PLAIN, Kind.NOT_PICKED_UP, Kind.UNAVAILABLE,
            Kind.AUTO_ANSWER, Kind.GROUP, Kind.PICK_UP, Kind.FORWARDED, Kind.FORWARDED_IN_VAIN, Kind.OUTBOUND,
            Kind.OUTBOUND_IN_VAIN);
    /** Of which a relay that is cut off may tell minutes late: not of calls that are handed back. */
    private static final Set<Kind> MAY_BE_LATE = EnumSet.of(Kind.WARM_TRANSFER, Kind.COLD_TRANSFER);

    static {
        MAY_BE_LATE.addAll(HASTY);
    }

    private final long seed = Optional.ofNullable(System.getProperty("seed")).map(Long::valueOf)
            .orElseGet(System::nanoTime);
    private final Random random = new Random(seed);

    /** Something that is due: at a relay, or at the desks. */
    private record Step(Instant at, long number, Runnable what) {
    }

    /** The two relays, the broker between them, and the desks. */
    private final class Office {
        private final PriorityQueue<Step> steps =
                new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::number));
        private final List<Side> relays = List.of(new Side("relay-a"), new Side("relay-b"));
        private final RelayedDesk first = new RelayedDesk("201");
        private final RelayedDesk second = new RelayedDesk("202");
        private final StringBuilder story = new StringBuilder();
        private Instant now = NOON;
        private long steppers;

        void at(Instant when, Runnable what) {
            steps.add(new Step(when, steppers++, what));
        }

        void play() {
            for (Step next = steps.poll(); next != null; next = steps.poll()) {
                now = next.at();
                next.what().run();
            }
            List.of(first, second).forEach(RelayedDesk::finish);
        }

        void publish(Mqtt5Publish post) {
            String topic = post.getTopic().toString();
            String text = new String(post.getPayloadAsBytes(), StandardCharsets.UTF_8);
            if (TOPICS.isRoutes(topic)) {
                relays.forEach(relay -> relay.addressing.learn(text).forEach(this::publish));
                return;
            }
            story.append(now).append(' ').append(topic).append(' ').append(text).append('\n');
            boolean all = topic.equals(TOPICS.everybody());
            if (all || topic.endsWith("/201")) first.came(text, now);
            if (all || topic.endsWith("/202")) second.came(text, now);
        }
    }

    /** One relay: what it was told leaves in that order. */
    private static final class Side {
        private final Addressing addressing;
        private Instant free = NOON;
        private long taken;

        Side(String name) {
            addressing = new Addressing(name, TOPICS, Set.of());
        }

        /** When that leaves which comes now and takes so long. */
        Instant leaves(Instant comes, int millis) {
            free = free.isAfter(comes.plusMillis(millis)) ? free : comes.plusMillis(millis);
            return free;
        }
    }

    @Test
    void whatAgentInboxWouldReceiveEqualsWhatHappened() {
        System.out.println("TwoRelaysModelTest seed " + seed);
        for (int afternoon = 0; afternoon < AFTERNOONS; afternoon++) {
            play(afternoon, false);
            play(afternoon, true);
        }
    }

    private void play(int afternoon, boolean cutOff) {
        Office office = new Office();
        Map<String, List<String>> first = new TreeMap<>();
        Map<String, List<String>> second = new TreeMap<>();
        List<Kind> what = new ArrayList<>();
        List<Kind> kinds = cutOff ? List.copyOf(MAY_BE_LATE) : List.of(Kind.values());
        Instant begin = NOON;
        for (int call = 0; call < 1 + random.nextInt(4); call++) {
            Kind kind = kinds.get(random.nextInt(kinds.size()));
            String id = "58f1a0-" + afternoon + "." + call;
            Sequence sequence = Sequence.of(kind, id, Person.outside("+3150123456" + call, "A"),
                    random.nextBoolean(), begin, pace(HASTY.contains(kind)));
            what.add(kind);
            if (!sequence.first().isEmpty()) first.put(id, sequence.first());
            if (!sequence.second().isEmpty()) second.put(id, sequence.second());
            begin = tell(sequence, begin, office, cutOff).plusSeconds(5);
        }
        office.play();
        String words = "seed " + seed + ", afternoon " + afternoon + (cutOff ? " cut off " : " ") + what;
        assertEquals(first, afterAll(office.first.registered()), () -> words + " at 201\n" + office.story);
        if (cutOff && what.contains(Kind.COLD_TRANSFER)) return; // A taker who is not known to be one tells it too.
        assertEquals(second, afterAll(office.second.registered()), () -> words + " at 202\n" + office.story);
    }

    /** An end registered before the transfer was told is followed by the transfer, and by the end once more. */
    private static Map<String, List<String>> afterAll(Map<String, List<String>> registered) {
        Map<String, List<String>> inTheEnd = new TreeMap<>();
        registered.forEach((call, words) -> inTheEnd.put(call, IntStream.range(0, words.size())
                .filter(i -> i == words.size() - 1 || !words.get(i).startsWith("DISCONNECTED"))
                .mapToObj(words::get).toList()));
        return inTheEnd;
    }

    /** Returns when the last of it happened. */
    private Instant tell(Sequence sequence, Instant begin, Office office, boolean cutOff) {
        Instant at = begin;
        for (Sequence.Told told : sequence.told()) {
            at = at.plus(told.after());
            Instant happened = at;
            int chosen = random.nextInt(2);
            boolean both = random.nextInt(5) == 0;
            for (int side = 0; side < 2; side++) {
                if (side == chosen || both) office.at(happened, reception(office, side, happened, told, cutOff));
            }
        }
        return at;
    }

    private Runnable reception(Office office, int side, Instant at, Sequence.Told told, boolean cutOff) {
        int slow = cutOff && random.nextInt(4) == 0 ? CUT_OFF_MS : random.nextInt(3) == 0 ? LATEST_MS : 20;
        int millis = random.nextInt(slow);
        return () -> {
            Side relay = office.relays.get(side);
            Spool.Item item = new Spool.Item(++relay.taken, at, Optional.empty(),
                    told.json().getBytes(StandardCharsets.UTF_8));
            office.at(relay.leaves(at, millis), () -> relay.addressing.posts(item).forEach(office::publish));
        };
    }

    /** @param hasty calls may be answered and over at once, as no colleague takes what is handed over */
    private Sequence.Pace pace(boolean hasty) {
        return new Sequence.Pace() {
            @Override
            public Duration soon() {
                boolean atOnce = hasty && random.nextInt(3) == 0;
                return Duration.ofMillis(atOnce ? random.nextInt(5) : 10 + random.nextInt(600));
            }

            @Override
            public Duration later() {
                boolean atOnce = hasty && random.nextInt(5) == 0;
                return Duration.ofMillis(atOnce ? random.nextInt(5) : 1_000 + random.nextInt(20_000));
            }
        };
    }
}

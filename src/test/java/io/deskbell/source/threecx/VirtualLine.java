package io.deskbell.source.threecx;

import io.deskbell.call.Reason;
import io.deskbell.source.LineLostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A line to a simulated 3CX on which time passes only while somebody waits: what is to happen happens then. Misbehaves
 * as it is told to. One thread.
 */
final class VirtualLine implements Line {
    private final SimulatedThreeCx exchange;
    private final PriorityQueue<Step> steps;
    private final Deque<String> messages = new ArrayDeque<>();
    private final Manners manners;
    private final Random random;
    private final Runnable whenTimePasses;
    private Instant now;
    private Optional<Instant> dropsAt = Optional.empty();
    private boolean dropped;

    /**
     * What goes wrong.
     *
     * @param repeats out of a hundred messages, and so on
     * @param drops seconds after which the websocket is lost, on average; 0 for never
     */
    record Manners(int repeats, int reorders, int losses, int failures, int drops) {
        static final Manners GOOD = new Manners(0, 0, 0, 0, 0);
        /** What comes twice or in another order is told all the same. */
        static final Manners CONFUSED = new Manners(30, 20, 0, 0, 0);
        static final Manners BAD = new Manners(20, 10, 15, 6, 400);
    }

    /** Something that happens at the telephone system. */
    record Step(Instant at, int order, Runnable what) {
    }

    VirtualLine(SimulatedThreeCx exchange, List<Step> steps, Instant from, Manners manners, Random random,
                Runnable whenTimePasses) {
        this.exchange = exchange;
        this.steps = new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::order));
        this.steps.addAll(steps);
        this.now = from;
        this.manners = manners;
        this.random = random;
        this.whenTimePasses = whenTimePasses;
    }

    Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    /** The websocket is open, until it is not. */
    void open() {
        messages.clear();
        dropped = false;
        dropsAt = manners.drops() == 0 ? Optional.empty()
                : Optional.of(now.plusSeconds(20L + random.nextInt(2 * manners.drops())));
        exchange.tellTo(this::say);
    }

    /** Nobody is connected, and time passes. */
    void away(Duration time) {
        exchange.tellTo(lost -> { });
        pass(now.plus(time));
    }

    void drop() {
        dropped = true;
    }

    @Override
    public Optional<String> next(Duration patience) throws LineLostException {
        Instant until = now.plus(patience);
        while (messages.isEmpty() && !dropped) {
            Instant to = steps.isEmpty() || steps.peek().at().isAfter(until) ? until : steps.peek().at();
            if (dropsAt.filter(at -> !at.isAfter(to)).isPresent()) {
                pass(dropsAt.get());
                dropped = true;
            } else {
                pass(to);
                if (to.equals(until)) break;
            }
        }
        if (dropped) throw new LineLostException("dropped");
        return Optional.ofNullable(messages.poll());
    }

    @Override
    public Answer ask(String path) {
        Instant serverTime = now;
        if (happens(manners.failures())) {
            return switch (random.nextInt(4)) {
                case 0 -> Answer.of(500, "");
                case 1 -> new Answer(429, "", Optional.empty(), Optional.of(Duration.ofSeconds(3)), Optional.empty());
                case 2 -> Answer.none(Reason.words("no answer"));
                default -> Answer.of(200, "[{\"dn\":\"2");
            };
        }
        Answer answer = exchange.answer(path);
        return new Answer(answer.status(), answer.body(), Optional.of(serverTime), answer.pause(), answer.noAnswer());
    }

    private void pass(Instant until) {
        while (!steps.isEmpty() && !steps.peek().at().isAfter(until)) {
            Step step = steps.poll();
            at(step.at());
            step.what().run();
        }
        at(until);
    }

    private void at(Instant moment) {
        if (moment.isAfter(now)) now = moment;
        whenTimePasses.run();
    }

    private void say(String message) {
        if (happens(manners.losses())) return;
        if (happens(manners.reorders()) && !messages.isEmpty()) messages.addFirst(message);
        else messages.addLast(message);
        if (happens(manners.repeats())) messages.addLast(message);
    }

    private boolean happens(int ofAHundred) {
        return random.nextInt(100) < ofAHundred;
    }
}

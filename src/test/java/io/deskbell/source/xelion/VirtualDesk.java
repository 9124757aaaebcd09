package io.deskbell.source.xelion;

import io.deskbell.call.Direction;
import io.deskbell.call.Registration;
import io.deskbell.call.RegistrationRules.TransferRole;
import io.deskbell.source.RegisteringDesk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A desk at a made-up Xelion, in a time of its own: between the two a wire that repeats, reorders, cuts and breaks.
 * Asks what {@link XelionWatch} asks, when it asks it; keeps what Agent Inbox would be told.
 */
final class VirtualDesk {
    /** One sequence is played again: its wire is shown. */
    private static final boolean ALOUD = Long.getLong("xelion.seed") != null;
    private static final Duration BETWEEN_LISTS = Duration.ofSeconds(2);

    private final XelionExchange exchange;
    private final Optional<XelionExchange.User> onlyOf;
    private final Random random;
    private final boolean device;
    private final XelionReading reading =
            new XelionReading(List.of(), "agent1", XelionSourceTest.PLAN);
    private final RegisteringDesk desk;
    private final Deque<String> held = new ArrayDeque<>();
    private NumberHunt hunt = new NumberHunt();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private Optional<Instant> listDue = Optional.empty();
    private Instant listedAt = Instant.MIN;
    private boolean up;
    private int failures = 2;

    VirtualDesk(XelionExchange exchange, boolean ownOnly, boolean device, TransferRole role, Random random) {
        this.exchange = exchange;
        this.onlyOf = ownOnly ? Optional.of(XelionExchange.ONE) : Optional.empty();
        this.device = device;
        this.random = random;
        this.desk = new RegisteringDesk("101", role);
        exchange.onEvent(this::hear);
    }

    /** What Agent Inbox was told of the call that began with this id. */
    List<String> toldOf(String callId) {
        String id = OwnCall.keyOf(callId, now).value();
        return desk.registered().stream().filter(told -> told.callId().equals(id)).map(VirtualDesk::line).toList();
    }

    int toldInAll() {
        return desk.registered().size();
    }

    /** Whether the lists asked for name the colleague of a call: without a device those of recent calls do not. */
    boolean knewColleague() {
        return device;
    }

    void connect() throws InterruptedException {
        up = true;
        held.clear();
        hunt = new NumberHunt();
        failures = 2;
        reading.lineUp();
        take(XelionReading.ME, "{\"object\":{\"person\":{\"commonName\":\"Agent One\"}}}");
        desk.watching();
        list();
    }

    void disconnect() {
        up = false;
        listDue = Optional.empty();
    }

    /** Lets time pass, and all that is due with it. */
    void pass(Duration time) throws InterruptedException {
        Instant until = now.plus(time);
        while (true) {
            deliverHeld();
            Optional<Instant> next = nextDue().filter(due -> !due.isAfter(until));
            if (next.isEmpty()) break;
            if (next.get().isAfter(now)) now = next.get();
            doWhatIsDue();
        }
        now = until;
    }

    private Optional<Instant> nextDue() {
        List<Instant> due = new ArrayList<>();
        desk.nextDue().ifPresent(due::add);
        if (up) {
            reading.due().ifPresent(due::add);
            listDue.ifPresent(due::add);
            hunt.due(reading.lackingNumbers()).ifPresent(due::add);
        }
        return due.stream().min(Instant::compareTo);
    }

    private void doWhatIsDue() throws InterruptedException {
        desk.passes(now);
        if (!up) return;
        if (isDue(reading.due())) take(XelionReading.QUIET, "");
        if (isDue(listDue)) list();
        if (isDue(hunt.due(reading.lackingNumbers()))) {
            hunt.asked(reading.lackingNumbers(), now);
            if (failures > 0 && random.nextBoolean()) {
                failures--;
                return;
            }
            if (device) take(XelionReading.CALLS, exchange.deviceCalls(XelionExchange.ONE));
            if (!reading.lackingNumbers().isEmpty()) take(XelionReading.RECENT, exchange.recent());
        }
    }

    private boolean isDue(Optional<Instant> when) {
        return when.filter(at -> !at.isAfter(now)).isPresent();
    }

    private void list() throws InterruptedException {
        listDue = Optional.empty();
        listedAt = now;
        take(XelionReading.CHANNELS, exchange.activeChannels(onlyOf));
    }

    private void hear(Optional<XelionExchange.User> about, String event) {
        if (!up || onlyOf.isPresent() && !about.equals(onlyOf)) return;
        now = now.plusMillis(random.nextInt(5));
        boolean aboutAChannel = event.contains("activeChannelEvent");
        switch (random.nextInt(20)) {
            case 0 -> say(event, event);
            case 1 -> {
                if (held.isEmpty()) held.add(event);
                else say(event);
            }
            case 2 -> say(aboutAChannel ? event.substring(0, random.nextInt(event.length())) : event);
            default -> say(event);
        }
    }

    /** What was held back comes behind what overtook it. */
    private void say(String... events) {
        try {
            for (String event : events) word(event);
            deliverHeld();
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void deliverHeld() throws InterruptedException {
        while (!held.isEmpty()) word(held.poll());
    }

    private void word(String event) throws InterruptedException {
        if (!up) return;
        if (take(XelionReading.EVENT, event) && listDue.isEmpty()) {
            Instant soonest = listedAt.equals(Instant.MIN) ? now : listedAt.plus(BETWEEN_LISTS);
            listDue = Optional.of(soonest.isAfter(now) ? soonest : now);
        }
    }

    private boolean take(String kind, String text) throws InterruptedException {
        if (ALOUD) System.out.println(now + " " + kind + " " + text);
        return reading.take(kind, text, now, desk);
    }

    private static String line(Registration told) {
        return told.kind() + " " + told.number() + " " + told.extension()
                + (told.direction() == Direction.INBOUND ? " in" : " out");
    }
}

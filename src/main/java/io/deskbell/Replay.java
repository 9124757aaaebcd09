package io.deskbell;

import io.deskbell.call.CallEvent;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.config.Config;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.outbox.Delivery;
import io.deskbell.source.PhoneSource;
import io.deskbell.ui.tray.PauseSwitch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays one recording through a whole companion. The clock the calls go by is set from moment to moment, to each at
 * which something came in or is due, and moves on when all that came of it has been delivered: so the same comes out
 * however fast it is played. Used once.
 */
final class Replay {
    /** Lets out what was waiting when the last thing came in. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Recording recording;
    private final Pace pace;
    private final PrintStream out;
    private final SetClock time = new SetClock(Recording.BEGIN);
    private final Map<String, RecordedPhone> phones = new LinkedHashMap<>();
    private final Registrar registrar;
    private final Set<String> registered = new HashSet<>();
    private final ReplayWords words = new ReplayWords();
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> registrations = new ArrayList<>();
    private final BlockingQueue<Delivered> delivered = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<String> pops = new ConcurrentLinkedQueue<>();
    private final AtomicInteger toDeliver = new AtomicInteger();
    private int printed;
    private boolean isLate;

    private record Delivered(Registration registration, Delivery delivery) {
    }

    Replay(Recording recording, Pace pace, PrintStream out) {
        this.recording = recording;
        this.pace = pace;
        this.out = out;
        this.registrar = new Registrar(recording.head().rules());
        recording.phones().forEach(name -> phones.put(name, new RecordedPhone(name)));
    }

    /**
     * Prints as it goes.
     *
     * @return whether all was delivered
     * @throws RecordingException where what came in cannot be what it is called
     */
    boolean run(Config config, Path data) throws IOException, InterruptedException {
        Companion companion = new Companion(config, data, new Companion.Parts(List.<PhoneSource>copyOf(phones.values()),
                address -> pops.add(ReplayWords.time(time.instant()) + " " + address), List.of(this::happened),
                List.of((registration, delivery) -> delivered.add(new Delivered(registration, delivery))), () -> { },
                Clock.systemUTC(), time, new PauseSwitch()));
        companion.start();
        try {
            play(companion);
            return isAllDelivered(companion);
        } finally {
            companion.stop();
        }
    }

    /** As recordings expect them. */
    List<String> events() {
        return List.copyOf(events);
    }

    List<String> registrations() {
        return List.copyOf(registrations);
    }

    private void play(Companion companion) throws IOException, InterruptedException {
        Retold retold = new Retold(recording);
        for (RecordedInput input : recording.inputs()) {
            letPass(input.at(), companion);
            boolean again = retold.tell(input, phones.get(input.phone()).listener());
            settle(companion);
            if (again) events.add(ReplayWords.asksAgain(input.at()));
        }
        letPass(time.instant().plus(AFTERWARDS), companion);
        settle(companion);
    }

    private void letPass(Instant until, Companion companion) throws InterruptedException {
        Optional<Instant> due = settle(companion);
        while (due.isPresent() && !due.get().isAfter(until) && due.get().isAfter(time.instant())) {
            moveTo(due.get());
            due = settle(companion);
        }
        moveTo(until);
    }

    private void moveTo(Instant moment) throws InterruptedException {
        pace.await(Duration.between(Recording.BEGIN, moment));
        time.set(moment);
    }

    private Optional<Instant> settle(Companion companion) throws InterruptedException {
        Optional<Instant> due = companion.settle();
        for (; printed < events.size(); printed++) out.println("event         " + events.get(printed));
        isLate = !printDeliveries(isLate ? Duration.ZERO : PATIENCE); // Where nobody answers, not each time anew.
        for (String pop = pops.poll(); pop != null; pop = pops.poll()) out.println("pop           " + pop);
        return due;
    }

    /** Returns whether all was delivered before it came to waiting so long for one. */
    private boolean printDeliveries(Duration patience) throws InterruptedException {
        while (registrations.size() < toDeliver.get()) {
            Delivered next = delivered.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) return false;
            String line = words.registration(next.registration());
            registrations.add(line);
            out.println("registration  " + line
                    + (next.delivery() instanceof Delivery.Refused refused ? " REFUSED: " + refused.words() : ""));
        }
        return true;
    }

    private boolean isAllDelivered(Companion companion) throws InterruptedException {
        if (printDeliveries(PATIENCE)) return true;
        out.println(toDeliver.get() - registrations.size() + " not delivered: " + words(companion.courierStatus()));
        return false;
    }

    private static String words(CourierStatus status) {
        return switch (status) {
            case CourierStatus.Unavailable unavailable -> unavailable.why();
            case CourierStatus.Unauthorized unauthorized -> unauthorized.why();
            case CourierStatus.Delivering slow -> "Agent Inbox is slow";
        };
    }

    /** On the monitor's thread. */
    private void happened(CallEvent event) {
        Optional<Registration> told = registrar.registrationFor(event);
        told.ifPresent(registration -> registered.add(registration.callId()));
        Optional<NotRegistered> whyNot = registered.contains(event.call().id())
                ? Optional.empty() : registrar.whyNot(event.call());
        if (told.isPresent()) toDeliver.incrementAndGet();
        events.add(words.event(event, whyNot));
    }
}

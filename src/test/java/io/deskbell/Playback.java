package io.deskbell;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DeskCalls;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.call.TrackerLimits;
import io.deskbell.config.Config;
import io.deskbell.config.ConfigException;
import io.deskbell.source.PhoneListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a recording through translators, trackers and registrar alone, in the recording's own time and within
 * milliseconds; {@code deskbell replay} takes the way through the whole companion.
 */
final class Playback {
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final DeskCalls calls;
    private final Optional<Enquiries> customers;
    private final Registrar registrar;
    private final Retold retold;
    private final ReplayWords words = new ReplayWords();
    private final Set<String> registered = new HashSet<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> registrations = new ArrayList<>();

    private Playback(Recording recording, Optional<Enquiries> customers) {
        this.customers = customers;
        calls = new DeskCalls(recording.phones(),
                () -> new CallTracker(recording.head().extension(), TrackerLimits.USUAL), List.of());
        registrar = new Registrar(recording.head().rules());
        retold = new Retold(recording);
    }

    record Played(List<String> events, List<String> registrations) {
    }

    /** @param folder for the list of customers, where the recording has one */
    static Played play(Recording recording, Path folder) throws IOException, InterruptedException, ConfigException {
        if (recording.customers().isEmpty()) return play(recording, Optional.empty());
        Config config = RecordedDesk.config(recording, RecordedDesk.inbox(URI.create("http://127.0.0.1"), "k"),
                folder);
        try (Enquiries customers = new Enquiries(config, Clock.systemUTC(), Clock.systemUTC())) {
            customers.start();
            customers.settle();
            return play(recording, Optional.of(customers));
        }
    }

    private static Played play(Recording recording, Optional<Enquiries> customers)
            throws IOException, InterruptedException {
        Playback playback = new Playback(recording, customers);
        Instant last = Recording.BEGIN;
        for (RecordedInput input : recording.inputs()) {
            playback.letTimePass(input.at());
            boolean again = playback.retold.tell(input, playback.listener(input.phone()));
            if (again) playback.events.add(ReplayWords.asksAgain(input.at()));
            last = input.at();
        }
        playback.letTimePass(last.plus(AFTERWARDS));
        return new Played(playback.events, playback.registrations);
    }

    private PhoneListener listener(String phone) {
        return new PhoneListener() {
            @Override
            public void watching() {
                calls.reconnected(phone);
            }

            @Override
            public PhoneListener alsoSeen(String way) {
                return listener(phone + " " + way);
            }

            @Override
            public void report(CallReport report) {
                tell(calls.report(phone, report));
            }

            @Override
            public void snapshot(List<CallReport> reports, Instant at) {
                tell(calls.snapshot(phone, reports, at));
            }
        };
    }

    /** As the call monitor does: the calls are asked exactly when they have something to say. */
    private void letTimePass(Instant until) {
        Instant before = Instant.MIN;
        for (Optional<Instant> due = calls.nextDue(); due.isPresent(); due = calls.nextDue()) {
            if (due.get().isAfter(until) || !due.get().isAfter(before)) return;
            before = due.get();
            tell(calls.tick(before));
        }
    }

    private void tell(List<CallEvent> happened) {
        for (CallEvent told : happened) {
            CallEvent event = customers.map(known -> known.completed(told)).orElse(told);
            Optional<Registration> sent = registrar.registrationFor(event);
            sent.ifPresent(registration -> registered.add(registration.callId()));
            Optional<NotRegistered> whyNot = registered.contains(event.call().id())
                    ? Optional.empty() : registrar.whyNot(event.call());
            events.add(words.event(event, whyNot));
            sent.map(words::registration).ifPresent(registrations::add);
        }
    }
}

package io.deskbell;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DeskCalls;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.sip.RungMessages;
import io.deskbell.source.sip.SipBodies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a recording through the same trackers, registrar and SIP reader as a real phone, in the recording's own time.
 * Time goes on for a moment after the last input, so that what was waiting comes out.
 */
final class Playback {
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final DeskCalls calls;
    private final Registrar registrar;
    private final SipBodies bodies;
    private final RungMessages rung;
    private final ReplayWords words = new ReplayWords();
    private final Set<String> registered = new HashSet<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> registrations = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    private Playback(Recording recording) {
        calls = new DeskCalls(recording.phones(),
                () -> new CallTracker(recording.desk(), TrackerLimits.USUAL), List.of());
        registrar = new Registrar(recording.rules());
        bodies = new SipBodies(recording.plan(), recording.sip().watch(), recording.sip().event());
        rung = new RungMessages(recording.plan(), recording.sip().fork());
    }

    /** @param all both kinds in the order they came out, for reading along */
    record Played(List<String> events, List<String> registrations, List<String> all) {
    }

    static Played play(Recording recording) throws InterruptedException {
        Playback playback = new Playback(recording);
        Instant last = Recording.BEGIN;
        for (RecordedInput input : recording.inputs()) {
            playback.letTimePass(input.at());
            playback.take(input);
            last = input.at();
        }
        playback.letTimePass(last.plus(AFTERWARDS));
        return new Played(playback.events, playback.registrations, playback.all);
    }

    private void take(RecordedInput input) throws InterruptedException {
        switch (input) {
            case RecordedInput.LineUp up -> {
                bodies.subscribed();
                calls.reconnected(up.phone());
            }
            case RecordedInput.Told told -> tell(calls.report(told.phone(), told.report()));
            case RecordedInput.AllCalls all -> tell(calls.snapshot(all.phone(), all.reports(), all.at()));
            case RecordedInput.Notified body -> {
                boolean again = bodies.notified(body.contentType(), body.body(), body.at(), listener(body.phone()));
                if (again) came(events, ReplayWords.time(body.at()) + " asks-again");
            }
            case RecordedInput.Rung message -> rung.take(message.message(), message.at(), listener(message.phone()));
            case RecordedInput.Silence ignored -> { } // Time has passed by now.
        }
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
        for (CallEvent event : happened) {
            Optional<Registration> told = registrar.registrationFor(event);
            told.ifPresent(registration -> registered.add(registration.callId()));
            Optional<NotRegistered> whyNot = registered.contains(event.call().id())
                    ? Optional.empty() : registrar.whyNot(event.call());
            came(events, words.event(event, whyNot));
            told.map(words::registration).ifPresent(line -> came(registrations, line));
        }
    }

    private void came(List<String> kind, String line) {
        kind.add(line);
        all.add((kind == events ? "event         " : "registration  ") + line);
    }
}

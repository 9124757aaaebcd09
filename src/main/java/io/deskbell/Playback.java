package io.deskbell;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallReport;
import io.deskbell.call.CallTracker;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import io.deskbell.call.TrackerLimits;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.intake.HookReader;
import io.deskbell.source.sip.DialogWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a recording through the same tracker, registrar and SIP reader as a real phone, in the recording's own time.
 * Time goes on for a moment after the last input, so that what was waiting comes out.
 */
final class Playback {
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);

    private final CallTracker tracker;
    private final Registrar registrar;
    private final DialogWatch dialogs;
    private final HookReader hooks;
    private final ReplayWords words = new ReplayWords();
    private final Set<String> registered = new HashSet<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> registrations = new ArrayList<>();
    private final List<String> all = new ArrayList<>();

    private Playback(Recording recording) {
        tracker = new CallTracker(recording.desk(), TrackerLimits.USUAL);
        registrar = new Registrar(recording.rules());
        hooks = new HookReader(recording.desk().digits(), recording.plan());
        dialogs = new DialogWatch(recording.plan(), recording.watch());
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
            case RecordedInput.LineUp ignored -> {
                dialogs.subscribed();
                tracker.reconnected();
            }
            case RecordedInput.Told told -> tell(tracker.report(told.report()));
            case RecordedInput.AllCalls calls -> tell(tracker.snapshot(calls.reports(), calls.at()));
            case RecordedInput.Notified body -> {
                boolean again = dialogs.notified(body.contentType(), body.body(), body.at(), phone());
                if (again) came(events, ReplayWords.time(body.at()) + " asks-again");
            }
            case RecordedInput.Heard heard ->
                    hooks.reports(heard.profile(), heard.telling(), heard.at())
                            .forEach(report -> tell(tracker.report(report)));
            case RecordedInput.Silence ignored -> { } // Time has passed by now.
        }
    }

    private PhoneListener phone() {
        return new PhoneListener() {
            @Override
            public void watching() {
                tracker.reconnected();
            }

            @Override
            public void report(CallReport report) {
                tell(tracker.report(report));
            }

            @Override
            public void snapshot(List<CallReport> reports, Instant at) {
                tell(tracker.snapshot(reports, at));
            }
        };
    }

    /** As the call monitor does: the tracker is asked exactly when it has something to say. */
    private void letTimePass(Instant until) {
        Instant before = Instant.MIN;
        for (Optional<Instant> due = tracker.nextDue(); due.isPresent(); due = tracker.nextDue()) {
            if (due.get().isAfter(until) || !due.get().isAfter(before)) return;
            before = due.get();
            tell(tracker.tick(before));
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

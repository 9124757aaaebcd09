package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.CallListener;
import io.deskbell.call.CallTracker;
import io.deskbell.call.DeskCalls;
import io.deskbell.call.Extension;
import io.deskbell.call.Reason;
import io.deskbell.call.Registrar;
import io.deskbell.call.RegistrationRules;
import io.deskbell.call.TrackerLimits;
import io.deskbell.config.Config;
import io.deskbell.outbox.Journal;
import io.deskbell.outbox.Storage;
import io.deskbell.pop.Browser;
import io.deskbell.pop.Errands;
import io.deskbell.pop.ScreenPop;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.SourceRunner;
import io.deskbell.source.SourceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of the companion that follows the configuration: phones watched, calls tracked, conversations brought up.
 * Started once, stopped once; the next one takes up the calls that were going on.
 */
final class Watch {
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Config config;
    private final ScreenPop pop;
    private final CallMonitor monitor;
    private final List<SourceRunner> runners = new ArrayList<>();

    /** What outlives a watch. */
    record Kept(Path data, Storage storage, Registrar registrar, Journal journal, Errands errands, Enquiries enquiries,
                LateFilter filter) {
    }

    Watch(Config config, List<PhoneSource> sources, Browser browser, Companion.Parts parts, Kept kept)
            throws IOException {
        this.config = config;
        pop = new ScreenPop(config.pop(), config.inbox().referrer(), browser, kept.errands(), parts.callClock());
        List<Call> leftOpen = kept.storage().log().openCalls();
        pop.resume(leftOpen);
        kept.registrar().change(rules(config));
        DeskCalls calls = new DeskCalls(sources.stream().map(PhoneSource::name).toList(),
                () -> new CallTracker(new Extension(config.agent().extension()), TrackerLimits.USUAL), leftOpen);
        monitor = new CallMonitor(calls, kept.enquiries()::completed, listeners(parts, kept),
                kept.storage().outbox()::isAllOnDisk, parts.callClock());
        kept.enquiries().tell(monitor::learnt);
        for (PhoneSource source : sources) {
            source.notesIn(new NoteFile(kept.data(), source.name()));
            source.takeUp(leftOpen);
            runners.add(SourceRunner.of(source,
                    WithoutOwnRings.of(monitor.listenerFor(source.name()), source, sources),
                    status -> parts.onStatus().run(), parts.callClock()));
        }
    }

    void start() {
        monitor.start();
        runners.forEach(SourceRunner::start);
    }

    /** Says goodbye to the phones, and tells what they have said so far. */
    void stop(TimeBudget time) throws InterruptedException {
        SourceRunner.stopAll(runners, time.atMost(FAREWELL));
        monitor.stop(time.atMost(FAREWELL));
    }

    /** See {@link CallMonitor#settle}. */
    Optional<Instant> settle() throws InterruptedException {
        return monitor.settle();
    }

    /** A watch with this configuration would do the same. */
    boolean doesAsWell(Config other) {
        return config.watching().equals(other.watching());
    }

    ScreenPop pop() {
        return pop;
    }

    /** How it stands with each phone, by the source's name, in the order of the configuration. */
    Map<String, SourceStatus> phones() {
        Map<String, SourceStatus> phones = new LinkedHashMap<>();
        runners.forEach(runner -> phones.put(runner.name(), runner.status()));
        return phones;
    }

    /** The same, with where each of them watches. */
    List<Standing.Line> lines() {
        return runners.stream().map(runner -> new Standing.Line(runner.name(), runner.description(), runner.status()))
                .toList();
    }

    /** Where that source watches: "pbx.example.com" of "201 on pbx.example.com". */
    Reason whereabouts(String source) {
        return runners.stream().filter(runner -> runner.name().equals(source)).findFirst()
                .map(SourceRunner::whereabouts).orElseGet(() -> Reason.words(source));
    }

    /** The one that makes an event safe comes first. */
    private List<CallListener> listeners(Companion.Parts parts, Kept kept) {
        List<CallListener> listeners = new ArrayList<>();
        listeners.add(kept.journal());
        listeners.add(kept.filter());
        listeners.add(new CallLines(kept.registrar()));
        listeners.addAll(parts.eyes());
        listeners.add(event -> {
            if (!parts.pause().stopsPops()) pop.happened(event);
        });
        return listeners;
    }

    static RegistrationRules rules(Config config) {
        return new RegistrationRules(PhoneSources.transferRole(config), config.inbox().withheldNumber(),
                config.inbox().referrer(), config.inbox().filterField());
    }
}

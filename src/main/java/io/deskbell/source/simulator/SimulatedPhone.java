package io.deskbell.source.simulator;

import io.deskbell.call.Party;
import io.deskbell.call.Reason;
import io.deskbell.source.Dialer;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Waiting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Plays a script to its listener as a phone would, telling each step in plain words; says when it is over and keeps the
 * line up until interrupted. Asked to watch again, it plays again.
 */
public final class SimulatedPhone implements PhoneSource {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyMMdd-HHmmss.SSS").withZone(ZoneOffset.UTC);

    private final List<Step> script;
    private final Waiting waiting;
    private final Clock clock;
    private final Consumer<String> narrator;
    private final Runnable whenOver;
    private final Function<String, Party> dialled;
    private volatile Optional<PhoneListener> watcher = Optional.empty();

    /**
     * One that can be told to dial.
     *
     * @param dialled whom digits reach
     */
    public SimulatedPhone(List<Step> script, Waiting waiting, Clock clock, Function<String, Party> dialled) {
        this(script, waiting, clock, step -> { }, () -> { }, dialled);
    }

    /**
     * @param waiting the pace: who waits less plays faster
     * @param narrator is told each step before the phone reports it
     */
    public SimulatedPhone(List<Step> script, Waiting waiting, Clock clock, Consumer<String> narrator,
                          Runnable whenOver) {
        this(script, waiting, clock, narrator, whenOver, digits -> Party.Unknown.NOBODY);
    }

    private SimulatedPhone(List<Step> script, Waiting waiting, Clock clock, Consumer<String> narrator,
                           Runnable whenOver, Function<String, Party> dialled) {
        this.dialled = dialled;
        this.script = List.copyOf(script);
        this.waiting = waiting;
        this.clock = clock;
        this.narrator = narrator;
        this.whenOver = whenOver;
    }

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String description() {
        return "a simulated phone";
    }

    @Override
    public Reason whereabouts() {
        return Reason.of(SimulatorReason.HERE);
    }

    @Override
    public void watch(PhoneListener listener) throws InterruptedException {
        Instant begun = clock.instant();
        listener.watching();
        listener.snapshot(List.of(), begun);
        watcher = Optional.of(listener);
        try {
            play(begun, listener);
            whenOver.run();
            new CountDownLatch(1).await(); // The line stays up; only an interrupt ends it.
        } finally {
            watcher = Optional.empty();
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return Optional.of(this::dial);
    }

    private Dialer.Outcome dial(String digits, Runnable pickUp) throws InterruptedException {
        Optional<PhoneListener> listener = watcher;
        if (listener.isEmpty()) return new Dialer.Refused(Reason.of(SimulatorReason.OFF));
        OutgoingCall call = new OutgoingCall(dialled.apply(digits), STAMP.format(clock.instant()), listener.get(),
                waiting, clock);
        call.begin();
        Thread.ofVirtual().name("simulated-call").start(call::goOn);
        return new Dialer.Calling();
    }

    private void play(Instant begun, PhoneListener listener) throws InterruptedException {
        String day = STAMP.format(begun);
        Duration elapsed = Duration.ZERO;
        for (Step step : script) {
            waiting.pause(step.pause());
            elapsed = elapsed.plus(step.pause());
            if (!step.words().isEmpty()) narrator.accept(step.words());
            listener.report(step.call().report(day, step.state(), later(begun.plus(elapsed), clock.instant())));
        }
    }

    /** Played faster than written, the script's own time counts: calls that do not belong together stay apart. */
    private static Instant later(Instant written, Instant now) {
        return written.isAfter(now) ? written : now;
    }
}

package io.deskbell.source.asterisk;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.AsteriskSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.Exchange;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhonePort;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The manager interface of an Asterisk: one connection, for one desk or for all of them. One that vanishes without a
 * farewell is noticed within half a minute.
 */
public final class AsteriskSource implements PhoneSource, Exchange {
    private static final Duration GREETING = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(9); // Three make less than half a minute.
    /** Every so many pings the list of all channels is asked for instead. */
    private static final int PINGS_A_LIST = 6;
    /** Pings that nothing comes after before the line is taken for dead. */
    private static final int BORNE = 3;

    private final AsteriskSettings settings;
    private final Extension own;
    private final Clock clock;
    private final Tape tape;
    private final Waiting waiting;
    private final AsteriskSteps steps;
    private final AmiActions actions = new AmiActions();
    private final AsteriskReading reading;
    private final AtomicBoolean lookingAgain = new AtomicBoolean();
    /** Nothing came since so many pings. */
    private volatile int unanswered;

    public AsteriskSource(AsteriskSettings settings, Extension own, NumberPlan plan, Clock clock, Tape tape) {
        this(settings, own, plan, clock, tape, Waiting.REAL, AsteriskSteps.NONE);
    }

    public AsteriskSource(AsteriskSettings settings, Extension own, NumberPlan plan, Clock clock, Tape tape,
                          Waiting waiting, AsteriskSteps steps) {
        this.settings = settings;
        this.own = own;
        this.clock = clock;
        this.tape = tape;
        this.waiting = waiting;
        this.steps = steps;
        this.reading = new AsteriskReading(own, plan, settings.channels(), settings.filterVariable(),
                id -> actions.send("CoreShowChannels", id));
    }

    @Override
    public String name() {
        return "asterisk";
    }

    @Override
    public String description() {
        return "calls on " + where();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        watch(new Desks() {
            @Override
            public List<Extension> all() {
                return List.of(own);
            }

            @Override
            public PhoneListener of(Extension extension) {
                return listener;
            }
        });
    }

    @Override
    public void watch(Desks desks) throws IOException, InterruptedException {
        unanswered = 0;
        try (AmiPort port = AmiPort.open(settings)) {
            Thread keepingAlive = Thread.ofVirtual().name("asterisk-pings").start(() -> keepAlive(port));
            try {
                String greeting = port.greeting(GREETING);
                new AmiLogin(settings, port).logIn();
                if (steps != AsteriskSteps.NONE) {
                    new AmiLook(settings, reading.names(), port, steps).look(greeting, own);
                }
                actions.to(port);
                follow(port, desks);
            } finally {
                keepingAlive.interrupt();
                actions.toNobody();
            }
        } catch (IOException failed) {
            if (unanswered >= BORNE && !Thread.currentThread().isInterrupted()) {
                throw new LineLostException(Reason.of(AsteriskReason.SILENT, where()));
            }
            throw PhonePort.trouble(failed, where());
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return settings.dial() ? Optional.of(new AsteriskDialer(actions, reading.names().devices(own.digits()),
                own.digits(), settings.context())) : Optional.empty();
    }

    private void follow(AmiPort port, Desks desks) throws IOException, InterruptedException {
        tape.lineUp();
        for (Extension desk : desks.all()) desks.of(desk).watching();
        reading.lineUp();
        while (true) {
            String text = port.next();
            unanswered = 0;
            AmiMessage message = AmiMessage.read(text);
            boolean used = AmiEvents.USED.contains(message.event()) || reading.isOfList(message);
            if (used || reading.isWaiting()) tape.heard("asterisk", text);
            actions.came(message);
            if (message.event().equals("Shutdown")) {
                throw new LineLostException(Reason.of(AsteriskReason.SHUTS_DOWN, where()));
            }
            reading.take(message, clock.instant(), desks);
            if (reading.isWaiting()) lookAgainSoon();
        }
    }

    /** A quiet line and a dead one look alike until something is asked. */
    private void keepAlive(AmiPort port) {
        try {
            for (int round = 1; unanswered < BORNE; round++) {
                waiting.pause(BETWEEN_PINGS);
                unanswered++;
                if (round % PINGS_A_LIST == 0) reading.askForList();
                else actions.send("Ping", "deskbell-ping");
            }
            port.close();
        } catch (InterruptedException | IOException enough) {
            return;
        }
    }

    /** The answer to a ping is a message like any other, and so a moment to see what has become of the call. */
    private void lookAgainSoon() {
        if (!lookingAgain.compareAndSet(false, true)) return;
        Thread.ofVirtual().name("asterisk-look").start(() -> {
            try {
                waiting.pause(CallBoard.LAG.plusMillis(100));
                lookingAgain.set(false);
                actions.send("Ping", "deskbell-ping");
            } catch (InterruptedException never) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private String where() {
        return settings.host() + " port " + settings.port();
    }
}

package io.deskbell.source.tapi;

import com.sun.jna.Pointer;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.TapiSettings;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Watches the agent's line at Windows telephony, which it asks for watching only: it cannot touch a call. */
public final class TapiSource implements PhoneSource {
    /** A driver that has not answered by then will not. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);
    /** A line that is not there yet is waited for as long as a try may last. */
    static final Duration WAIT_FOR_LINE = Duration.ofSeconds(15);

    private final TapiSettings settings;
    private final LineChoice choice;
    private final TapiTranslator translator;
    private final Windows.Source windows;
    private final Clock clock;
    private final TapiSteps steps;
    private final Tape tape;
    private Optional<LineOwner> before = Optional.empty();
    /** Why the last try failed, while that waits to change. Owned by the one line thread there is. */
    private volatile Optional<String> said = Optional.empty();
    private volatile boolean outOfService;

    TapiSource(TapiSettings settings, String extension, NumberPlan plan, Windows.Source windows, Clock clock,
               TapiSteps steps, Tape tape) {
        this.settings = settings;
        this.choice = new LineChoice(settings.line(), extension);
        this.translator = new TapiTranslator(plan);
        this.windows = windows;
        this.clock = clock;
        this.steps = steps;
        this.tape = tape;
    }

    /**
     * The computer's own telephony.
     *
     * @param extension finds the line where the settings name none
     * @param tape what comes in is written down there
     */
    public static TapiSource of(TapiSettings settings, String extension, NumberPlan plan, Clock clock, TapiSteps steps,
                                Tape tape) {
        return new TapiSource(settings, extension, plan, Windows::here, clock, steps, tape);
    }

    @Override
    public String name() {
        return "tapi";
    }

    @Override
    public String description() {
        return settings.line().map(line -> "line " + line).orElse("the agent's line") + " on this computer";
    }

    @Override
    public Reason whereabouts() {
        return Reason.of(TapiReason.HERE);
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        if (before.filter(LineOwner::isAlive).isPresent()) throw silent();
        LineOwner owner = new LineOwner(windows, this::watch);
        before = Optional.of(owner);
        owner.start();
        try {
            owner.next(PATIENCE).orElseThrow(TapiSource::silent).tell(listener);
            while (true) owner.next().tell(listener);
        } finally {
            owner.stop();
        }
    }

    private static LineLostException silent() {
        return new LineLostException(TapiReason.SILENT.of());
    }

    private void watch(Windows here, Pointer stop, PhoneListener listener) throws IOException, InterruptedException {
        try (Telephony telephony = begin(here)) {
            LineDevice line = choose(here, stop, telephony);
            open(here, stop, telephony, line);
            said = Optional.empty();
            translator.lineUp();
            tape.lineUp();
            String which = LineWords.written(line, settings.sharedIds());
            tape.came("tapi-line", which);
            translator.came("tapi-line", which, clock.instant(), listener);
            listener.watching();
            LineWatch watch = new LineWatch(here, stop, translator, listener, tape, clock);
            try {
                watch.watch(telephony, line);
            } finally {
                outOfService = watch.isOutOfService();
            }
        } catch (TapiException broken) {
            throw TapiTrouble.begin(broken);
        }
    }

    private Telephony begin(Windows here) throws LineLostException {
        try {
            Telephony telephony = Telephony.begin(here);
            steps.reached(TapiReason.BEGUN.of());
            return telephony;
        } catch (TapiException why) {
            throw TapiTrouble.begin(why);
        }
    }

    private LineDevice choose(Windows here, Pointer stop, Telephony telephony) throws IOException {
        try {
            LineDevice line = choice.among(telephony.devices());
            steps.reached(line.guid().isEmpty() ? TapiReason.FOUND.of(line.name(), line.provider())
                    : TapiReason.FOUND_BY_GUID.of(line.name(), line.guid(), line.provider()));
            return line;
        } catch (LineLostException none) {
            throw insisted(none, here, stop, telephony);
        }
    }

    private void open(Windows here, Pointer stop, Telephony telephony, LineDevice line) throws IOException {
        try {
            telephony.open(line);
        } catch (TapiException why) {
            throw TapiTrouble.open(line, why);
        }
        if (outOfService && !telephony.isInService()) {
            throw insisted(TapiTrouble.outOfService(line), here, stop, telephony);
        }
        steps.reached(TapiReason.OPENED.of());
    }

    /** Said once at once; from then on after a while, or as soon as Windows tells of a change, which is then tried. */
    private LineLostException insisted(LineLostException why, Windows here, Pointer stop, Telephony telephony)
            throws IOException {
        boolean again = said.filter(why.getMessage()::equals).isPresent();
        said = Optional.of(why.getMessage());
        if (!again || here.sleep(stop, telephony.event(), (int) WAIT_FOR_LINE.toMillis()) != Windows.Woken.MESSAGE) {
            return why;
        }
        outOfService &= telephony.next().filter(message -> message.is(Tapi.Message.LINEDEVSTATE)
                && (Tapi.has(message.first(), Tapi.LineState.INSERVICE)
                || Tapi.has(message.first(), Tapi.LineState.CONNECTED))).isEmpty();
        return new LineLostException(why.reason(), Duration.ZERO);
    }
}

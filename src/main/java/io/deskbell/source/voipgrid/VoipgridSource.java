package io.deskbell.source.voipgrid;

import io.deskbell.call.Call;
import io.deskbell.call.CallKey;
import io.deskbell.call.CallReport;
import io.deskbell.call.Direction;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Party;
import io.deskbell.config.VoipgridSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import io.deskbell.source.Notebook;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The calls that are dialled through the platform: while there are any, it is asked how they stand, and else, now and
 * then, whether the log-in still holds. What it said of a call stays known when the line is lost. Calls that come in,
 * or are dialled on the telephone, it does not see.
 */
public final class VoipgridSource implements PhoneSource {
    /** As often as the platform's own programs ask. */
    static final Duration STEP = Duration.ofMillis(1_500);
    static final Duration REST = Duration.ofMinutes(5);
    /** Answers that say nothing, before the line counts as lost. */
    private static final int BORNE = 3;
    /** A call's, fit to stand in an address: those of other sources are asked of in vain. */
    private static final Pattern NAME = Pattern.compile("[\\w-]+(\\.[\\w-]+)*");

    private final VoipgridSettings settings;
    private final Platform platform;
    private final ClickToDial clickToDial;
    private final ClickToDialReading reading;
    private final NumberPlan plan;
    private final Clock clock;
    private final Waiting waiting;
    private final Tape tape;
    private final Optional<AccountCheck> accounts;
    private final List<DialledCall> calls = new ArrayList<>();
    private boolean refused;

    VoipgridSource(VoipgridSettings settings, Platform platform, NumberPlan plan, Clock clock, Waiting waiting,
                   Tape tape, Optional<AccountCheck> accounts) {
        this.settings = settings;
        this.platform = platform;
        this.clickToDial = new ClickToDial(platform);
        this.reading = new ClickToDialReading(plan);
        this.plan = plan;
        this.clock = clock;
        this.waiting = waiting;
        this.tape = tape;
        this.accounts = accounts;
    }

    public static VoipgridSource of(VoipgridSettings settings, NumberPlan plan, Clock clock, Tape tape) {
        return new VoipgridSource(settings, new Platform(settings), plan, clock, Waiting.REAL, tape,
                Optional.empty());
    }

    /** @param steps hears how far the log-in comes, and how the telephone account with this extension stands */
    public static VoipgridSource of(VoipgridSettings settings, String extension, NumberPlan plan, Clock clock,
                                    VoipgridSteps steps) {
        Platform platform = new Platform(settings);
        return new VoipgridSource(settings, platform, plan, clock, Waiting.REAL, Tape.NONE,
                Optional.of(new AccountCheck(platform, settings.account(), extension, steps)));
    }

    @Override
    public String name() {
        return "voipgrid";
    }

    @Override
    public String description() {
        return "dialled calls on " + platform.host();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        platform.get(Platform.PROFILE).json();
        if (accounts.isPresent()) accounts.get().look();
        askOfAll(listener); // Before it counts as up: one that fails here would be up and down without end.
        tape.lineUp();
        listener.watching();
        clickToDial.watched(true);
        try {
            take("", listener);
            follow(listener);
        } finally {
            clickToDial.watched(false);
        }
    }

    /** Of a call whose number was not called yet nothing was told, so no log has it. */
    @Override
    public void notesIn(Notebook notebook) {
        calls.addAll(clickToDial.notesIn(notebook));
    }

    /** That a number was dialled here the platform tells nobody who does not name the call. */
    @Override
    public void takeUp(Collection<Call> leftOpen) {
        for (Call call : leftOpen) {
            String id = call.key().value();
            if (calls.stream().anyMatch(noted -> noted.id().equals(id))) continue;
            boolean mayBeDialled = call.isOutbound() && call.key().scope() == CallKey.Scope.LEG
                    && NAME.matcher(id).matches();
            if (!mayBeDialled) continue;
            call.party().outsideNumber().ifPresent(number -> {
                DialledCall dialled = new DialledCall(id, number.e164());
                calls.add(dialled);
                clickToDial.goesOn(dialled);
            });
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return settings.dial() ? Optional.of(clickToDial) : Optional.empty();
    }

    /** The platform shows the number it is going to call, or none, while it rings the agent's telephone. */
    @Override
    public boolean ringsFor(CallReport report) {
        if (report.direction().filter(way -> way == Direction.OUTBOUND).isPresent()) return false;
        boolean nobody = report.state().isRinging() && report.party() instanceof Party.Unknown;
        if (nobody) return clickToDial.mayRingTheAgent();
        return report.party().isKnown() && clickToDial.numbersUnderWay().stream()
                .anyMatch(number -> plan.dialled(number, "").sameNumberAs(report.party()));
    }

    private void follow(PhoneListener listener) throws LineLostException, InterruptedException {
        int failures = 0;
        while (true) {
            Optional<DialledCall> next = clickToDial.next(calls.isEmpty() ? REST : Duration.ZERO);
            next.ifPresent(calls::add);
            if (calls.isEmpty()) {
                platform.get(Platform.PROFILE).json();
                continue;
            }
            Duration pause = STEP;
            try {
                askOfAll(listener);
                failures = 0;
            } catch (LineLostException why) {
                failures++;
                if (refused || failures > BORNE) throw why;
                pause = why.pause().orElse(STEP);
            }
            if (!calls.isEmpty()) waiting.pause(pause);
        }
    }

    private void askOfAll(PhoneListener listener) throws LineLostException, InterruptedException {
        for (DialledCall call : List.copyOf(calls)) {
            ask(call, listener);
        }
    }

    private void ask(DialledCall call, PhoneListener listener) throws LineLostException, InterruptedException {
        PlatformAnswer answer = platform.get(Platform.CLICK_TO_DIAL + call.id() + "/");
        refused = answer.isRefusal(); // Once, and it is refused again.
        String status = status(call, answer);
        boolean known = !status.isEmpty();
        take(call.head() + (known ? "\n" + answer.body() : ""), listener);
        if (ClickToDialReading.isPickedUp(status)) {
            clickToDial.isPickedUp(call);
            listener.whenSafe(() -> clickToDial.needNotBeNoted(call));
        }
        if (known) call.stands(status);
        else call.isForgotten(platform.host());
        if (!ClickToDialReading.isLast(status)) return;
        calls.remove(call);
        clickToDial.isOver(call);
        listener.whenSafe(() -> clickToDial.needNotBeNoted(call));
    }

    /** How the call stands; empty when the platform knows it no more, or goes on having nothing to say of it. */
    private static String status(DialledCall call, PlatformAnswer answer) throws LineLostException {
        if (answer.code() == PlatformAnswer.GONE) return "";
        try {
            return ClickToDialReading.status(answer.goodBody());
        } catch (LineLostException silent) {
            boolean ofThisCall = answer.code() >= 500 || answer.code() < 300;
            if (ofThisCall && call.failsForGood()) return "";
            throw silent;
        }
    }

    private void take(String text, PhoneListener listener) throws LineLostException, InterruptedException {
        tape.heard("voipgrid", text);
        reading.take(text, clock.instant(), listener);
    }
}

package io.deskbell.source.poll;

import io.deskbell.call.CallReport;
import io.deskbell.call.NumberPlan;
import io.deskbell.config.PollSettings;
import io.deskbell.config.Secret;
import io.deskbell.source.Dialer;
import io.deskbell.source.ForwardingListener;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Reading;
import io.deskbell.source.Tape;
import io.deskbell.source.Waiting;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks one phone again and again: slowly while nobody calls, quickly during a call. A few answers that say nothing are
 * borne; then the line is lost, and what it comes back with decides what has ended meanwhile.
 */
public final class PollSource implements PhoneSource {
    /** A refused log-in counts twice, for phones shut out whoever tries too often. */
    private static final int BORNE = 3;

    private final PollSettings settings;
    private final Make make;
    private final PhoneWeb web;
    private final Answering answering;
    private final Clock clock;
    private final Waiting waiting;
    private final Tape tape;
    private String taped = "";

    PollSource(PollSettings settings, NumberPlan plan, Clock clock, Waiting waiting, Tape tape) {
        this.settings = settings;
        this.make = make(settings, plan);
        this.web = new PhoneWeb(settings);
        this.answering = switch (settings.login()) {
            case PASSCODE -> web;
            case SESSION -> new GrandstreamSession(web, settings.user(), settings.password(), clock);
        };
        this.clock = clock;
        this.waiting = waiting;
        this.tape = tape;
    }

    public static PollSource of(PollSettings settings, NumberPlan plan, Clock clock, Tape tape) {
        return new PollSource(settings, plan, clock, Waiting.REAL, tape);
    }

    /** Reads what a phone of this make answered once. */
    public static Reading reading(PollSettings.Make make, NumberPlan plan) {
        return switch (make) {
            case POLY -> new PolyPhone(plan);
            case GRANDSTREAM -> new GrandstreamPhone(plan, PollSettings.Login.PASSCODE, new Secret(""));
        };
    }

    private static Make make(PollSettings settings, NumberPlan plan) {
        return switch (settings.make()) {
            case POLY -> new PolyPhone(plan);
            case GRANDSTREAM -> new GrandstreamPhone(plan, settings.login(), settings.password());
        };
    }

    @Override
    public String name() {
        return "poll";
    }

    @Override
    public String description() {
        return make.title() + " on " + web.phone().host();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        Ear ear = new Ear(listener);
        int failures = 0;
        tape.lineUp();
        taped = "";
        while (true) {
            try {
                look(ear);
                failures = 0;
            } catch (LineLostException why) {
                failures += why.pause().isPresent() ? 2 : 1;
                if (!ear.up || failures > BORNE) throw why;
            }
            waiting.pause(failures > 0 || ear.calls == 0 ? settings.rest() : settings.busy());
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return settings.dial() ? Optional.of(new PhoneWebDialer(make, web.phone(), answering)) : Optional.empty();
    }

    private void look(Ear ear) throws LineLostException, InterruptedException {
        PhoneAnswer answer = answering.look(make.question(web.phone()));
        String text = answer.text();
        if (!text.equals(taped)) tape.heard(settings.make().word(), text); // At rest they are all alike.
        taped = text;
        make.take(text, clock.instant(), ear);
    }

    /** Says that the line is up before the first that comes over it, and knows whether somebody calls. */
    static final class Ear extends ForwardingListener {
        private boolean up;
        private int calls;

        Ear(PhoneListener next) {
            super(next);
        }

        @Override
        public void watching() {
            // The first list of calls says so.
        }

        @Override
        public void snapshot(List<CallReport> reports, Instant at) throws InterruptedException {
            if (!up) {
                up = true;
                super.watching();
            }
            calls = reports.size();
            super.snapshot(reports, at);
        }
    }
}

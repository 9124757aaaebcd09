package io.deskbell.source.threecx;

import io.deskbell.call.Extension;
import io.deskbell.call.NumberPlan;
import io.deskbell.call.Reason;
import io.deskbell.config.ThreeCxSettings;
import io.deskbell.source.BackOff;
import io.deskbell.source.Dialer;
import io.deskbell.source.Exchange;
import io.deskbell.source.LineLostException;
import io.deskbell.source.MessageSocket;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/**
 * Extensions of a 3CX by its Call Control API: one of them for a desk, all for a relay. What was learnt of calls before
 * the line was lost serves when it is up again, as long as the same extensions are watched.
 */
public final class ThreeCxSource implements PhoneSource, Exchange {
    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(120);

    private final ThreeCxSettings settings;
    private final Function<Extension, NumberPlan> plans;
    private final ThreeCxWeb web;
    private final Clock clock;
    private final ThreeCxSteps steps;
    private final Tape tape;
    private final BackOff backOff = new BackOff(new Random(), FIRST_PAUSE, LONGEST_PAUSE);
    private Optional<Following> following = Optional.empty();

    /** What is known of calls, and of whom. */
    private record Following(Set<Extension> extensions, ThreeCxReading reading) {
    }

    /** @param plans how the numbers of each extension's calls are read */
    public ThreeCxSource(ThreeCxSettings settings, Function<Extension, NumberPlan> plans, Clock clock,
                         ThreeCxSteps steps, Tape tape) {
        this(settings, plans, clock, steps, tape, new OkHttpClient());
    }

    ThreeCxSource(ThreeCxSettings settings, Function<Extension, NumberPlan> plans, Clock clock, ThreeCxSteps steps,
                  Tape tape, OkHttpClient like) {
        this.settings = settings;
        this.plans = plans;
        this.web = new ThreeCxWeb(settings, like, clock);
        this.clock = clock;
        this.steps = steps;
        this.tape = tape;
    }

    @Override
    public String name() {
        return "3cx";
    }

    @Override
    public String description() {
        return settings.dn() + " on " + web.host();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        Extension own = new Extension(settings.dn());
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
        ThreeCxReading reading = reading(desks);
        try {
            logIn();
            try (MessageSocket socket = web.open()) {
                steps.reached(Reason.of(ThreeCxReason.WEBSOCKET));
                Set<String> wanted = desks.all().stream().map(Extension::digits).collect(Collectors.toSet());
                Watching watching = new Watching(new OpenLine(socket), reading, wanted, tape, clock);
                State first = watching.begin();
                tellOf(first);
                backOff.reset();
                watching.run(first);
            }
        } catch (LineLostException lost) {
            throw lost.pause().isPresent() ? lost : new LineLostException(lost.reason(), backOff.next());
        }
    }

    @Override
    public Optional<Dialer> dialer() {
        return settings.dial() ? Optional.of(new ThreeCxDialer(settings, web)) : Optional.empty();
    }

    private ThreeCxReading reading(Desks desks) {
        Set<Extension> extensions = Set.copyOf(desks.all());
        if (following.filter(before -> before.extensions().equals(extensions)).isEmpty()) {
            following = Optional.of(new Following(extensions,
                    new ThreeCxReading(web.host(), settings.queues(), desks.all(), plans)));
        }
        ThreeCxReading reading = following.get().reading();
        reading.tellTo(desks::of);
        return reading;
    }

    private void logIn() throws LineLostException, InterruptedException {
        if (steps != ThreeCxSteps.NONE) resolve();
        steps.reached(Reason.of(ThreeCxReason.TOKEN, web.logIn().toSeconds()));
    }

    private void resolve() {
        try {
            steps.reached(Reason.of(ThreeCxReason.RESOLVED, web.host(),
                    InetAddress.getByName(web.host()).getHostAddress()));
        } catch (UnknownHostException byProxyPerhaps) {
            return; // If there is none, asking for a token says so.
        }
    }

    private void tellOf(State state) throws LineLostException, InterruptedException {
        if (steps == ThreeCxSteps.NONE) return;
        steps.reached(Reason.of(ThreeCxReason.LISTED, settings.dn()));
        if (state.extensions().size() > 1) {
            steps.noted(Reason.of(ThreeCxReason.SEES_MANY, state.extensions().size()));
        }
        if (settings.dial()) tellOfDevices();
    }

    private void tellOfDevices() throws LineLostException, InterruptedException {
        List<String> devices = State.json(web.ask("/callcontrol/" + settings.dn() + "/devices").body())
                .map(list -> list.findValuesAsText("device_id")).orElse(List.of());
        Optional<String> wanted = settings.device();
        if (devices.isEmpty()) steps.noted(Reason.of(ThreeCxReason.NO_PHONE));
        else if (wanted.isPresent() && !devices.contains(wanted.get())) {
            steps.noted(Reason.of(ThreeCxReason.NO_DEVICE));
        }
        if (!devices.isEmpty()) steps.reached(Reason.of(ThreeCxReason.DEVICES, String.join(", ", devices)));
    }

    /** The websocket and the questions beside it. */
    private final class OpenLine implements Line {
        private final MessageSocket socket;

        OpenLine(MessageSocket socket) {
            this.socket = socket;
        }

        @Override
        public Optional<String> next(Duration patience) throws LineLostException, InterruptedException {
            return socket.next(patience);
        }

        @Override
        public Answer ask(String path) throws LineLostException, InterruptedException {
            return web.ask(path);
        }
    }
}

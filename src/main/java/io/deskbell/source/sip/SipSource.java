package io.deskbell.source.sip;

import io.deskbell.call.NumberPlan;
import io.deskbell.config.SipSettings;
import io.deskbell.source.Dialer;
import io.deskbell.source.LineLostException;
import io.deskbell.source.PhoneListener;
import io.deskbell.source.PhoneSource;
import io.deskbell.source.Tape;
import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Watches one extension of a telephone system by its dialog events. Servers are tried in the order of the settings;
 * the first that accepts the subscription is kept until it is lost.
 */
public final class SipSource implements PhoneSource {
    private final SipSettings settings;
    private final DialogBodies bodies;
    private final Optional<InviteReader> invites;
    private final Surroundings surroundings;
    private final SipSteps steps;
    private final Set<String> ownCalls;

    SipSource(SipSettings settings, DialogBodies bodies, Surroundings surroundings, SipSteps steps) {
        this(settings, bodies, Optional.empty(), surroundings, steps, Set.of());
    }

    /** @param invites reads the calls that ring here as well */
    SipSource(SipSettings settings, DialogBodies bodies, Optional<InviteReader> invites, Surroundings surroundings,
              SipSteps steps) {
        this(settings, bodies, invites, surroundings, steps, Set.of());
    }

    private SipSource(SipSettings settings, DialogBodies bodies, Optional<InviteReader> invites,
                      Surroundings surroundings, SipSteps steps, Set<String> ownCalls) {
        this.invites = invites;
        this.ownCalls = ownCalls;
        this.settings = settings;
        this.bodies = bodies;
        this.surroundings = surroundings;
        this.steps = steps;
    }

    /**
     * The real thing: this computer's network and clocks.
     *
     * @param steps hears how far each try comes
     */
    public static SipSource of(SipSettings settings, NumberPlan plan, Clock clock, SipSteps steps) {
        return of(settings, plan, clock, steps, Tape.NONE);
    }

    /** @param tape what comes in is written down there */
    public static SipSource of(SipSettings settings, NumberPlan plan, Clock clock, SipSteps steps, Tape tape) {
        Set<String> ownCalls = ConcurrentHashMap.newKeySet();
        return new SipSource(settings, new SipBodies(plan, settings.watch(), settings.event(), ownCalls),
                settings.fork().map(fork -> new InviteReader(plan, fork, ownCalls)),
                Surroundings.real(clock, tape), steps, ownCalls);
    }

    @Override
    public Optional<Dialer> dialer() {
        if (settings.dial() == SipSettings.Dial.NO) return Optional.empty();
        return Optional.of(new SipDialer(settings, surroundings, ownCalls));
    }

    @Override
    public String name() {
        return "sip";
    }

    @Override
    public String description() {
        return settings.watch() + " on " + ServerAddress.read(settings.servers().getFirst()).host();
    }

    @Override
    public void watch(PhoneListener listener) throws IOException, InterruptedException {
        IOException last = new LineLostException(SipReason.NO_SERVER.of());
        for (Iterator<String> servers = settings.servers().iterator(); servers.hasNext();) {
            ServerAddress server = ServerAddress.read(servers.next());
            List<Endpoint> endpoints = endpoints(server);
            if (endpoints.isEmpty()) {
                last = new LineLostException(SipReason.NOT_IN_DNS.of(server.host()));
            }
            for (Endpoint endpoint : endpoints) {
                boolean isLast = !servers.hasNext() && endpoint.equals(endpoints.getLast());
                last = tried(endpoint, isLast, listener);
            }
        }
        throw last;
    }

    private List<Endpoint> endpoints(ServerAddress server) throws InterruptedException {
        ServerSearch search = new ServerSearch(surroundings.names(), surroundings.random());
        try {
            List<Endpoint> found = Interruptibly.call(() -> search.find(server));
            steps.reached(SipSteps.Step.RESOLVED, found.size() == 1 ? SipReason.ONE_ADDRESS.of(server.host())
                    : SipReason.ADDRESSES.of(server.host(), found.size()));
            return found;
        } catch (IOException unknown) {
            return List.of();
        }
    }

    /** Returns why the endpoint could not be watched; throws when it could and was lost. */
    private IOException tried(Endpoint endpoint, boolean isLast, PhoneListener listener)
            throws IOException, InterruptedException {
        Surroundings around = isLast ? surroundings : surroundings.with(surroundings.timers().withAnotherServer());
        Line line = new Line(settings, endpoint, around, bodies, invites, listener, steps);
        try {
            line.watch();
            return new LineLostException(SipReason.LINE_ENDED.of(endpoint.host()));
        } catch (IOException lost) {
            if (Thread.interrupted()) throw new InterruptedException(); // A socket wakes with its own words.
            if (line.wasUp()) throw lost;
            return lost;
        }
    }
}

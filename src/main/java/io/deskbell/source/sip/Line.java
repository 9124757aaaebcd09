package io.deskbell.source.sip;

import io.deskbell.config.SipSettings;
import io.deskbell.source.PhoneListener;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches by way of one endpoint, from opening the transport to the farewell. For one use. */
final class Line {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);

    private final SipSettings settings;
    private final Account account;
    private final Endpoint endpoint;
    private final Surroundings surroundings;
    private final SipSteps steps;
    private final Refusals refusals;
    private final Optional<InviteReader> invites;
    private final LineInUse listener;
    private final DialogEvents events;

    /** @param invites present when it rings along */
    Line(SipSettings settings, Endpoint endpoint, Surroundings surroundings, DialogBodies bodies,
         Optional<InviteReader> invites, PhoneListener listener, SipSteps steps) {
        this.settings = settings;
        this.account = Account.of(settings);
        this.endpoint = endpoint;
        this.surroundings = surroundings;
        this.steps = steps;
        this.invites = invites;
        this.listener = new LineInUse(listener, settings.event() == SipSettings.Event.PRESENCE);
        this.refusals = new Refusals(endpoint.host(), settings.authUser(), settings.watch(),
                account.events());
        this.events = new DialogEvents(account, settings.expires(), settings.refresh(), bodies, this.listener, steps,
                refusals, surroundings);
    }

    /** Whether it came to watching before it was lost. */
    boolean wasUp() {
        return events.everBegan();
    }

    void watch() throws IOException, InterruptedException {
        Mailbox mailbox = new Mailbox();
        Connector connector = new Connector(settings.certificate(), surroundings.localAddress(),
                surroundings.timers().connect());
        try (Transport transport = connector.open(endpoint, mailbox)) {
            steps.reached(SipSteps.Step.CONNECTED, SipReason.CONNECTED.of(endpoint.host(), endpoint.kind()));
            Conversation conversation = new Conversation(transport, endpoint.address(), mailbox, surroundings,
                    account.user(), refusals, events);
            Credentials credentials = new Credentials(settings.authUser(), settings.password().reveal(),
                    surroundings.tokens());
            Asking asking = new Asking(conversation, credentials, !settings.password().isEmpty(), refusals, steps);
            Registration registration = new Registration(account, settings.expires(), conversation, asking, refusals,
                    surroundings.time(), surroundings.tokens());
            invites.ifPresent(reader -> ringAlong(reader, conversation, registration));
            watch(conversation, asking, registration);
        } finally {
            mailbox.close();
        }
    }

    private void watch(Conversation conversation, Asking asking, Registration registration)
            throws IOException, InterruptedException {
        try {
            if (settings.register() || settings.fork().isPresent()) {
                registration.register();
                steps.reached(SipSteps.Step.REGISTERED, SipReason.REGISTERED.of(account.self()));
            }
            if (settings.fork().isPresent()) noteCompany(registration.otherDevices());
            events.subscribe(conversation, asking);
            while (true) {
                Optional<Long> registrationDue = registration.dueAt();
                long due = registrationDue.isEmpty() ? events.dueAt()
                        : Conversation.earlier(events.dueAt(), registrationDue.get());
                conversation.step(due);
                registration.tend();
                events.tend(conversation, asking);
            }
        } catch (InterruptedException stop) {
            farewell(conversation, asking, registration);
            throw stop;
        }
    }

    private void ringAlong(InviteReader reader, Conversation conversation, Registration registration) {
        RingingAlong along = new RingingAlong(settings.fork().orElseThrow(), reader, listener.alsoSeen("fork"),
                () -> registration.otherDevices() > 0 && !listener.isInUse(), settings.user(),
                endpoint.address().getAddress(), surroundings, endpoint.kind().isReliable());
        if (settings.event() == SipSettings.Event.PRESENCE) {
            listener.compareWith(along::isRinging);
        }
        along.whenItStops(events::askAgainSoon);
        conversation.ringAlong(along);
    }

    private void noteCompany(int others) {
        if (others == 0) {
            steps.reached(SipSteps.Step.RINGS_ALONE, SipReason.ALONE.of(account.self()));
        } else {
            steps.reached(SipSteps.Step.RINGS_ALONG, others == 1 ? SipReason.ALONG_WITH_ONE.of()
                    : SipReason.ALONG_WITH.of(others));
        }
    }

    /** The last NOTIFY is waited for, or the server would send it to a closed door for half a minute. */
    private void farewell(Conversation conversation, Asking asking, Registration registration)
            throws InterruptedException {
        conversation.stopRinging();
        conversation.endWithin(surroundings.timers().farewell());
        try {
            events.unsubscribe(asking);
            registration.end();
            while (events.isExpectingTheLast() && !conversation.isAtItsEnd()) {
                conversation.step(surroundings.time().nanos() + surroundings.timers().farewell().toNanos());
            }
        } catch (IOException unanswered) {
            LOG.debug("The farewell was not answered: {}", unanswered.getMessage());
        }
    }
}

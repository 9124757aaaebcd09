package io.deskbell;

import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Registration;
import io.deskbell.call.Registration.Kind;
import io.deskbell.config.Config;
import io.deskbell.config.Secret;
import io.deskbell.inbox.InboxClient;
import io.deskbell.outbox.Delivery;
import io.deskbell.ui.InboxTrial;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells Agent Inbox of a call that is answered and ended at once, the way real ones are told, but kept nowhere. */
final class InboxTry implements InboxTrial {
    private static final Logger LOG = LoggerFactory.getLogger(InboxTry.class);

    private final Clock clock;

    InboxTry(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Delivery send(Config config) {
        LogSetup.keepQuiet(config.secrets().stream().map(Secret::reveal).toList()); // Typed, perhaps not saved yet.
        String id = "deskbell-test-" + UUID.randomUUID();
        LOG.info("a test event was asked for: {}", id);
        try (InboxClient inbox = new InboxClient(config.inbox(), clock)) {
            Delivery answered = inbox.deliver(event(Kind.ANSWERED, id, config));
            if (!(answered instanceof Delivery.Accepted)) return answered;
            Delivery ended = inbox.deliver(event(Kind.DISCONNECTED, id, config));
            return ended instanceof Delivery.Accepted ? answered : ended;
        }
    }

    private Registration event(Kind kind, String id, Config config) {
        return new Registration(kind, id, CALLER.e164(), new Extension(config.agent().extension()), Direction.INBOUND,
                config.inbox().referrer(), Optional.empty(), clock.instant());
    }
}

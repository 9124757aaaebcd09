package io.deskbell.outbox;

import io.deskbell.call.Reason;
import io.deskbell.call.Registration;
import io.deskbell.outbox.Queues.Candidate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes one entry to the destination and sees to what becomes of it. Used by both lanes at once. */
final class Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(Carrier.class);

    private final Outbox outbox;
    private final Destination destination;
    private final List<DeliveryListener> listeners;
    private final Line line;
    private final Clock clock;

    Carrier(Outbox outbox, Destination destination, List<DeliveryListener> listeners, Line line, Clock clock) {
        this.outbox = outbox;
        this.destination = destination;
        this.listeners = List.copyOf(listeners);
        this.line = line;
        this.clock = clock;
    }

    /**
     * Carries it if that may be now; blocks until it is known what became of it.
     *
     * @return zero when it was tried, the time until it may be, or nothing when not before the bell rings
     */
    Optional<Duration> carry(Candidate next, boolean backlog) {
        Optional<Duration> wait = line.begin(clock.instant(), next.fresh(), backlog);
        if (wait.isEmpty() || !wait.get().isZero()) return wait;
        Entry entry = next.entry();
        if (!outbox.queues().claim(entry)) {
            line.end();
            return wait;
        }
        Delivery delivery = ask(entry.registration());
        line.end();
        conclude(entry, delivery);
        outbox.bell().ring();
        tell(entry.registration(), delivery);
        return wait;
    }

    private Delivery ask(Registration registration) {
        try {
            return destination.deliver(registration);
        } catch (RuntimeException surprise) {
            // Without its message, which may hold an address with the key in it.
            LOG.error("a fault in the program: {}", whereItHappened(surprise));
            return new Delivery.Unavailable(Reason.of(OutboxReason.FAULT), Optional.empty());
        }
    }

    private void conclude(Entry entry, Delivery delivery) {
        if (Thread.currentThread().isInterrupted() && !(delivery instanceof Delivery.Accepted)) {
            outbox.queues().release(entry); // The program ends; it was not the server that failed.
            return;
        }
        LOG.debug("{} of {}: {}", entry.registration().kind(), entry.registration().callId(),
                delivery.getClass().getSimpleName());
        switch (delivery) {
            case Delivery.Accepted accepted -> {
                outbox.settle(entry, accepted.conversationId());
                line.isUp();
            }
            case Delivery.Refused refused -> {
                LOG.warn("Agent Inbox refuses {}: {}", entry.registration(), refused.words());
                outbox.setAside(entry, refused.words());
                line.isUp();
            }
            case Delivery.Unavailable unavailable -> {
                outbox.queues().postpone(entry);
                line.isDown(unavailable.reason(), unavailable.retryAfter(), clock.instant());
            }
            case Delivery.Unauthorized unauthorized -> {
                outbox.queues().release(entry);
                line.isShut(unauthorized.words(), clock.instant());
            }
        }
    }

    private void tell(Registration registration, Delivery delivery) {
        boolean concerns = delivery instanceof Delivery.Accepted || delivery instanceof Delivery.Refused;
        if (concerns) listeners.forEach(listener -> listener.delivered(registration, delivery));
    }

    static String whereItHappened(Exception surprise) {
        StackTraceElement[] trace = surprise.getStackTrace();
        return surprise.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }
}

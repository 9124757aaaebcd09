package io.deskbell.source.sip;

import io.deskbell.call.NumberPlan;
import io.deskbell.config.SipSettings.Event;
import io.deskbell.source.PhoneListener;
import java.time.Instant;
import java.util.Set;

/** Reads the bodies of whichever event package a line is watched by. Not thread safe. */
final class SipBodies implements DialogBodies {
    private final DialogBodies bodies;

    /** @param watched the extension or address that is subscribed to */
    SipBodies(NumberPlan plan, String watched, Event event) {
        this(plan, watched, event, Set.of());
    }

    /** @param unseen Call-IDs of calls that are no calls of the agent's; may grow meanwhile */
    SipBodies(NumberPlan plan, String watched, Event event, Set<String> unseen) {
        bodies = event == Event.PRESENCE ? new PresenceWatch(plan) : new DialogWatch(plan, watched, unseen);
    }

    @Override
    public void subscribed() {
        bodies.subscribed();
    }

    @Override
    public boolean notified(String contentType, byte[] body, Instant at, PhoneListener listener)
            throws InterruptedException {
        return bodies.notified(contentType, body, at, listener);
    }
}

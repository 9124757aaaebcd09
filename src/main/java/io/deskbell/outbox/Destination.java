package io.deskbell.outbox;

import io.deskbell.call.Registration;

/** Where registrations go. */
@FunctionalInterface
public interface Destination {
    /** Tries once; blocks until it is known what became of it. May be called by two threads at once. */
    Delivery deliver(Registration registration);
}

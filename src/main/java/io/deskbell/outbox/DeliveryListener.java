package io.deskbell.outbox;

import io.deskbell.call.Registration;

/** Hears what was accepted or refused, once it is on disk, on a thread of the courier's. */
@FunctionalInterface
public interface DeliveryListener {
    void delivered(Registration registration, Delivery delivery);
}

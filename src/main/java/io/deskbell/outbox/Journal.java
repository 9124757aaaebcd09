package io.deskbell.outbox;

import io.deskbell.call.CallEvent;
import io.deskbell.call.CallListener;
import io.deskbell.call.NotRegistered;
import io.deskbell.call.Registrar;
import io.deskbell.call.Registration;
import java.util.Optional;

/**
 * Writes down what happens, first of all listeners: the call, and with it, in the same stroke, what the helpdesk is to
 * hear of it. A failing disk is not felt here. On the monitor's thread only.
 */
public final class Journal implements CallListener {
    private final Registrar registrar;
    private final Outbox outbox;

    /** Takes up the registrations that an earlier run left open. */
    public Journal(Registrar registrar, Storage storage) {
        this.registrar = registrar;
        this.outbox = storage.outbox();
        storage.openRegistrations().forEach(registrar::resume);
    }

    @Override
    public void happened(CallEvent event) {
        Optional<Registration> registration = registrar.registrationFor(event);
        Optional<NotRegistered> why =
                registration.isPresent() ? Optional.empty() : registrar.whyNot(event.call());
        outbox.record(event.call(), why, registration);
    }
}

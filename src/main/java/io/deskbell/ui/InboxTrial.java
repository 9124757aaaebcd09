package io.deskbell.ui;

import io.deskbell.call.PhoneNumber;
import io.deskbell.config.Config;
import io.deskbell.outbox.Delivery;

/** Sends Agent Inbox a call that never was, to see whether it takes it. Only ever asked for by the agent. */
@FunctionalInterface
public interface InboxTrial {
    /** Nobody has this number: Ofcom, "Telephone numbers for use in TV and radio drama", mobile. */
    PhoneNumber CALLER = new PhoneNumber("+447700900000");

    /** Makes a conversation in Agent Inbox. Blocks until it is known what became of it, half a minute at most. */
    Delivery send(Config config);
}

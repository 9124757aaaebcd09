package io.deskbell;

import io.deskbell.call.Call;
import io.deskbell.call.PhoneNumber;
import io.deskbell.call.Reason;
import io.deskbell.config.CustomerSettings;
import io.deskbell.config.ShowCustomerSettings;
import io.deskbell.inbox.ShowCustomer;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens customers in Agent Inbox for the agent, and says so in the log, without number and name. Thread safe. */
final class Customers {
    private static final Logger LOG = LoggerFactory.getLogger(Customers.class);

    private final ShowCustomer inbox = new ShowCustomer();

    /**
     * Blocks until there is an answer, ten seconds at most. Never for a call that was answered: Agent Inbox was told of
     * it, and opened the conversation by itself.
     *
     * @return why it was not opened; empty when it was
     */
    Optional<Reason> show(CustomerSettings settings, Call call) {
        ShowCustomerSettings show = settings.show().orElseThrow();
        PhoneNumber number = call.party().outsideNumber().orElseThrow();
        if (call.wasAnswered()) throw new IllegalArgumentException("an answered call has a conversation");
        Optional<Reason> why = inbox.open(show, number, call.filterValue());
        if (why.isEmpty()) LOG.info("call {}: its customer was opened in Agent Inbox", call.id());
        else LOG.warn("call {}: its customer was not opened: {}", call.id(), why.get().english());
        return why;
    }
}

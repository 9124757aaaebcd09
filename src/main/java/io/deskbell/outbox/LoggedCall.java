package io.deskbell.outbox;

import io.deskbell.call.Call;
import io.deskbell.call.NotRegistered;
import java.util.List;
import java.util.Optional;

/**
 * A call of the log with what became of telling the helpdesk.
 *
 * @param why the helpdesk does not hear of it; empty when it does
 * @param deliveries in order
 */
public record LoggedCall(Call call, Optional<NotRegistered> why, List<Entry> deliveries) {
    public LoggedCall {
        deliveries = List.copyOf(deliveries);
        if (!deliveries.isEmpty()) why = Optional.empty();
    }
}

package io.deskbell.ui.tray;

import io.deskbell.call.Call;
import io.deskbell.outbox.Counts;
import io.deskbell.outbox.CourierStatus;
import io.deskbell.source.SourceStatus;
import java.util.List;

/**
 * How it stands with everything the tray tells of.
 *
 * @param extension whose calls these are
 * @param current calls that are going on
 * @param latest calls that were, newest first
 * @param canDial whether a number can be dialled from here
 */
public record TrayFacts(String extension, List<Phone> phones, CourierStatus courier, Counts counts,
                        List<Call> current, List<Call> latest, Paused paused, boolean canDial) {
    public TrayFacts {
        phones = List.copyOf(phones);
        current = List.copyOf(current);
        latest = List.copyOf(latest);
    }

    /** Calls that somebody has answered. */
    long conversations() {
        return current.stream().filter(call -> call.state().isAnswered()).count();
    }

    /** @param where in words: the host, or the source's name */
    public record Phone(String where, SourceStatus status) {
    }
}

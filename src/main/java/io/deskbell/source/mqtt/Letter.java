package io.deskbell.source.mqtt;

import io.deskbell.call.CallReport;
import java.time.Instant;
import java.util.List;

/** What a relay tells a desk: one message on the desk's topic. */
public sealed interface Letter {
    Envelope envelope();

    /**
     * @param id the same for the same thing told again, also by another relay where both heard it
     * @param from the relay's name
     * @param at the moment it happened, not that of sending
     */
    record Envelope(String id, String from, Instant at) {
    }

    /**
     * A telephone system's own words, to be read at the desk.
     *
     * @param by whose words, as an intake's profile is named: voipgrid
     * @param call the call's own name
     * @param over whether these words end it
     * @param body as it came
     */
    record Told(Envelope envelope, String by, String call, boolean over, String body) implements Letter {
    }

    /** What a source that the relay watches reported of this extension. */
    record Reported(Envelope envelope, CallReport report) implements Letter {
    }

    /** All calls there are of this extension. */
    record Calls(Envelope envelope, List<CallReport> reports) implements Letter {
        public Calls {
            reports = List.copyOf(reports);
        }
    }

    /** The relay's line to the telephone system is up again. */
    record LineUp(Envelope envelope) implements Letter {
    }
}

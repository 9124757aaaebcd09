package io.deskbell;

import io.deskbell.call.CallReport;
import io.deskbell.source.intake.Telling;
import java.time.Instant;
import java.util.List;

/** One thing that came in while a recording was made, at its moment. */
sealed interface RecordedInput {
    Instant at();

    /** The line to the phone is up, for the first time or again; for SIP a new subscription begins. */
    record LineUp(Instant at) implements RecordedInput {
    }

    record Told(Instant at, CallReport report) implements RecordedInput {
    }

    record AllCalls(Instant at, List<CallReport> reports) implements RecordedInput {
        public AllCalls {
            reports = List.copyOf(reports);
        }
    }

    /** The body of a NOTIFY request, byte for byte. */
    record Notified(Instant at, String contentType, byte[] body) implements RecordedInput {
    }

    /** What a phone told the intake, by that profile. */
    record Heard(Instant at, String profile, Telling telling) implements RecordedInput {
    }

    /** Nothing came in until now. */
    record Silence(Instant at) implements RecordedInput {
    }
}

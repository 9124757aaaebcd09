package io.deskbell;

import io.deskbell.call.CallReport;
import java.time.Instant;
import java.util.List;

/** One thing that came in while a recording was made, at its moment. */
sealed interface RecordedInput {
    Instant at();

    /** Which of the phones it came from; recordings of one phone need not name it. */
    String phone();

    /** The line to the phone is up, for the first time or again; for SIP a new subscription begins. */
    record LineUp(Instant at, String phone) implements RecordedInput {
    }

    record Told(Instant at, String phone, CallReport report) implements RecordedInput {
    }

    record AllCalls(Instant at, String phone, List<CallReport> reports) implements RecordedInput {
        public AllCalls {
            reports = List.copyOf(reports);
        }
    }

    /** The body of a NOTIFY request, byte for byte. */
    record Notified(Instant at, String phone, String contentType, byte[] body) implements RecordedInput {
    }

    /** A request of a call that rang along, INVITE or CANCEL, byte for byte. */
    record Rung(Instant at, String phone, byte[] message) implements RecordedInput {
    }

    /** Nothing came in until now. */
    record Silence(Instant at, String phone) implements RecordedInput {
    }
}

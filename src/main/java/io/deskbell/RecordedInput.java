package io.deskbell;

import io.deskbell.call.CallReport;
import java.time.Instant;
import java.util.List;

/** One thing that came in while a recording was made, at its moment. */
sealed interface RecordedInput {
    Instant at();

    /** Which of the phones it came from; recordings of one phone need not name it. */
    String phone();

    /** The line to the phone is up, for the first time or again. */
    record LineUp(Instant at, String phone) implements RecordedInput {
    }

    record Told(Instant at, String phone, CallReport report) implements RecordedInput {
    }

    record AllCalls(Instant at, String phone, List<CallReport> reports) implements RecordedInput {
        public AllCalls {
            reports = List.copyOf(reports);
        }
    }

    /**
     * What came in, raw.
     *
     * @param source whose translator reads it
     * @param line of the recording, for words about it
     * @param text octet by octet in Latin-1
     */
    record Came(Instant at, String phone, String source, String kind, int line, String text)
            implements RecordedInput {
    }

    /** Nothing came in until now. */
    record Silence(Instant at, String phone) implements RecordedInput {
    }
}

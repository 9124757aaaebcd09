package io.deskbell.outbox;

import io.deskbell.call.Direction;
import io.deskbell.call.Extension;
import io.deskbell.call.Registration;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A registration as a row of the outbox and back. */
final class EntryRows {
    private static final Logger LOG = LoggerFactory.getLogger(EntryRows.class);
    static final String WRITE = "INSERT OR REPLACE INTO outbox (number, call_id, kind, phone_number, extension,"
            + " direction, referrer, filter_field, filter_value, at, progress, words, conversation, changed_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private EntryRows() {
    }

    static void fill(PreparedStatement statement, Entry entry, Instant changedAt) throws SQLException {
        Registration registration = entry.registration();
        new Columns(statement)
                .number(entry.number()).text(registration.callId()).text(registration.kind().name())
                .text(registration.number()).text(registration.extension().digits())
                .text(registration.direction().name()).text(registration.referrer())
                .text(registration.filter().map(Registration.Filter::field))
                .text(registration.filter().map(Registration.Filter::value))
                .time(registration.at()).text(entry.progress().name()).text(entry.words())
                .text(entry.conversationId()).time(changedAt);
    }

    static List<Entry> readAll(ResultSet rows) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        while (rows.next()) readInto(entries, rows);
        return entries;
    }

    /** One row with nonsense in it is left out: it must not keep the program from starting. */
    private static void readInto(List<Entry> entries, ResultSet row) throws SQLException {
        try {
            entries.add(read(row));
        } catch (IllegalArgumentException nonsense) {
            LOG.warn("entry {} of the outbox cannot be read and is left out", row.getLong("number"));
        }
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(row.getLong("number"), registration(row), Progress.valueOf(row.getString("progress")),
                Columns.text(row, "words"), Columns.text(row, "conversation"));
    }

    private static Registration registration(ResultSet row) throws SQLException {
        Optional<String> filterValue = Columns.text(row, "filter_value");
        Optional<Registration.Filter> filter = Columns.text(row, "filter_field")
                .flatMap(field -> filterValue.map(value -> new Registration.Filter(field, value)));
        return new Registration(Registration.Kind.valueOf(row.getString("kind")), row.getString("call_id"),
                row.getString("phone_number"), new Extension(row.getString("extension")),
                Direction.valueOf(row.getString("direction")), Columns.text(row, "referrer"), filter,
                Columns.time(row, "at"));
    }
}

package io.deskbell.outbox;

import io.deskbell.call.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every call there was, registered or not, newest first. Reads beside the outbox without making it wait; each question
 * opens the file anew, so that nothing is held when the file has to be replaced. Thread safe.
 */
public final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final String NEWEST_FIRST = " ORDER BY started_at DESC, id DESC LIMIT ?";

    private static final String ENTRIES = "SELECT * FROM outbox WHERE call_id = ? ORDER BY number";

    private final DatabaseFile file;

    CallLog(DatabaseFile file) {
        this.file = file;
    }

    /** The calls in this data folder, for looking at beside a running program or without one. */
    public static CallLog of(Path folder) {
        return new CallLog(new DatabaseFile(folder, Clock.systemUTC()));
    }

    /** Fills the places of a statement. */
    @FunctionalInterface
    private interface Filling {
        void fill(Columns columns) throws SQLException;
    }

    public List<LoggedCall> newest(int most) throws IOException {
        return calls("SELECT * FROM call" + NEWEST_FIRST, columns -> columns.number(most));
    }

    public Optional<LoggedCall> find(String callId) throws IOException {
        return calls("SELECT * FROM call WHERE id = ?", columns -> columns.text(callId)).stream().findFirst();
    }

    /** Calls that began from one moment up to, not including, another. */
    public List<LoggedCall> between(Instant from, Instant to, int most) throws IOException {
        return calls("SELECT * FROM call WHERE started_at >= ? AND started_at < ?" + NEWEST_FIRST,
                columns -> columns.time(from).time(to).number(most));
    }

    /** Calls with this text in the other party's number or name, or in the call's id. */
    public List<LoggedCall> search(String text, int most) throws IOException {
        String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return calls("SELECT * FROM call WHERE party_number LIKE ? ESCAPE '\\' OR party_name LIKE ? ESCAPE '\\'"
                + " OR id LIKE ? ESCAPE '\\'" + NEWEST_FIRST,
                columns -> columns.text(like).text(like).text(like).number(most));
    }

    /**
     * Where the wanted calls stand, newest first: for a list that loads what it shows. A call that changes moves to
     * another place, so the answer holds until the next event.
     */
    public long[] places(CallSearch search) throws IOException {
        String sql = "SELECT rowid FROM call WHERE " + search.condition() + " ORDER BY started_at DESC, rowid DESC";
        try (Connection connection = file.openForReading();
                PreparedStatement select = connection.prepareStatement(sql)) {
            search.fill(new Columns(select));
            LongStream.Builder found = LongStream.builder();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) found.add(row.getLong(1));
            }
            return found.build().toArray();
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    /** Where the call stands now; empty when there is no such call. */
    public OptionalLong placeOf(String callId) throws IOException {
        try (Connection connection = file.openForReading();
                PreparedStatement select = connection.prepareStatement("SELECT rowid FROM call WHERE id = ?")) {
            select.setString(1, callId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    /** The calls at these places; what has moved meanwhile is not among them. */
    public Map<Long, LoggedCall> at(List<Long> places) throws IOException {
        String marks = String.join(",", Collections.nCopies(places.size(), "?"));
        String sql = "SELECT rowid AS place, * FROM call WHERE rowid IN (" + marks + ")";
        try (Connection connection = file.openForReading();
                PreparedStatement select = connection.prepareStatement(sql);
                PreparedStatement entries = connection.prepareStatement(ENTRIES)) {
            Columns columns = new Columns(select);
            for (long place : places) columns.number(place);
            Map<Long, LoggedCall> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long place = row.getLong("place");
                    read(row, entries).ifPresent(call -> found.put(place, call));
                }
            }
            return found;
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    /** Calls whose end was not seen: after a crash, those that were going on then. Oldest first. */
    public List<Call> openCalls() throws IOException {
        return calls("SELECT * FROM call WHERE state <> 'ENDED' ORDER BY started_at, id", columns -> { }).stream()
                .map(LoggedCall::call).toList();
    }

    private List<LoggedCall> calls(String sql, Filling filling) throws IOException {
        try (Connection connection = file.openForReading();
                PreparedStatement select = connection.prepareStatement(sql);
                PreparedStatement entries = connection.prepareStatement(ENTRIES)) {
            filling.fill(new Columns(select));
            return readAll(select, entries);
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    private static List<LoggedCall> readAll(PreparedStatement select, PreparedStatement entries) throws SQLException {
        List<LoggedCall> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                read(row, entries).ifPresent(found::add);
            }
        }
        return found;
    }

    /** One row with nonsense in it is left out: the others are worth showing. */
    private static Optional<LoggedCall> read(ResultSet row, PreparedStatement entries) throws SQLException {
        try {
            Call call = CallRows.read(row);
            return Optional.of(new LoggedCall(call, CallRows.why(row), entriesOf(call.id(), entries)));
        } catch (IllegalArgumentException nonsense) {
            LOG.warn("a row of the call log cannot be read and is left out");
            return Optional.empty();
        }
    }

    private static List<Entry> entriesOf(String callId, PreparedStatement entries) throws SQLException {
        entries.setString(1, callId);
        try (ResultSet rows = entries.executeQuery()) {
            return EntryRows.readAll(rows);
        }
    }
}

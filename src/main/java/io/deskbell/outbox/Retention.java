package io.deskbell.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;

/**
 * Deletes calls that are over and have been kept long enough, with what was told of them; what still waits keeps its
 * call. On a connection of its own and a few calls at a time, so that an event that is written meanwhile waits for
 * milliseconds. What is deleted is overwritten.
 */
final class Retention {
    /** Deleted in one transaction. */
    static final int A_FEW = 100;
    private static final String WAITS =
            "EXISTS (SELECT 1 FROM outbox o WHERE o.call_id = c.id AND o.progress = 'WAITING')";
    private static final String CHOOSE = "INSERT INTO old (id) SELECT id FROM call c WHERE state = 'ENDED'"
            + " AND coalesce(ended_at, started_at) < ? AND NOT " + WAITS + " LIMIT " + A_FEW;
    /** Events whose call is not there: saved from a damaged database. */
    private static final String CHOOSE_ORPHANS = "INSERT OR IGNORE INTO old (id) SELECT c.call_id FROM outbox c"
            + " WHERE c.changed_at < ? AND NOT EXISTS (SELECT 1 FROM call WHERE call.id = c.call_id) AND NOT"
            + " EXISTS (SELECT 1 FROM outbox o WHERE o.call_id = c.call_id AND o.progress = 'WAITING') LIMIT " + A_FEW;

    private final DatabaseFile file;

    Retention(DatabaseFile file) {
        this.file = file;
    }

    /** @param setAside of those deleted */
    record Deleted(int calls, int setAside) {
    }

    /** Deletes a few; none are left when none were deleted. */
    Deleted deleteSome(Instant before) throws IOException {
        try (Connection connection = file.openForReading(); Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete = ON");
            statement.execute("CREATE TEMP TABLE old (id TEXT PRIMARY KEY)");
            connection.setAutoCommit(false);
            int chosen = choose(connection, CHOOSE, before) + choose(connection, CHOOSE_ORPHANS, before);
            statement.executeUpdate("DELETE FROM outbox WHERE progress = 'SETTLED'"
                    + " AND call_id IN (SELECT id FROM old)");
            int setAside = statement.executeUpdate("DELETE FROM outbox WHERE progress = 'SET_ASIDE'"
                    + " AND call_id IN (SELECT id FROM old)");
            statement.executeUpdate("DELETE FROM call WHERE id IN (SELECT id FROM old)");
            connection.commit();
            return new Deleted(chosen, setAside);
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    private static int choose(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement choosing = connection.prepareStatement(sql)) {
            new Columns(choosing).time(before);
            return choosing.executeUpdate();
        }
    }
}

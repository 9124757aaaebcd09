package io.deskbell.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The tables, and how older files become what this version reads. Moments are microseconds since 1970, UTC. */
final class Schema {
    /** The statements that lead from version n to n + 1, n being the place in this list. */
    private static final List<List<String>> STEPS = List.of(List.of(
            """
            CREATE TABLE call (
                id TEXT PRIMARY KEY, key TEXT NOT NULL, scope TEXT NOT NULL, desk TEXT NOT NULL, direction TEXT,
                party TEXT NOT NULL, party_number TEXT, party_name TEXT NOT NULL, referrer TEXT, state TEXT NOT NULL,
                started_at INTEGER NOT NULL, answered_at INTEGER, ended_at INTEGER, end_reason TEXT,
                transfer_to TEXT, transfer_inferred INTEGER, transferred_by TEXT, filter_value TEXT, why TEXT
            ) STRICT""",
            "CREATE INDEX call_by_start ON call (started_at)",
            "CREATE INDEX call_open ON call (state) WHERE state <> 'ENDED'",
            """
            CREATE TABLE outbox (
                number INTEGER PRIMARY KEY, call_id TEXT NOT NULL, kind TEXT NOT NULL, phone_number TEXT NOT NULL,
                extension TEXT NOT NULL, direction TEXT NOT NULL, referrer TEXT, filter_field TEXT, filter_value TEXT,
                at INTEGER NOT NULL, progress TEXT NOT NULL, words TEXT, conversation TEXT, changed_at INTEGER NOT NULL
            ) STRICT""",
            "CREATE INDEX outbox_by_call ON outbox (call_id)",
            "CREATE INDEX outbox_unsettled ON outbox (progress) WHERE progress <> 'SETTLED'"));

    private Schema() {
    }

    /** @throws IOException when the file is of a later version than this program knows */
    static void bringUpToDate(Connection connection) throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            int version = version(statement);
            if (version > STEPS.size()) {
                throw new IOException("the database was written by a newer version of Deskbell:"
                        + " install that version again, or move the file away");
            }
            if (version == STEPS.size()) return;
            statement.execute("BEGIN IMMEDIATE");
            for (List<String> step : STEPS.subList(version, STEPS.size())) {
                for (String sql : step) statement.execute(sql);
            }
            statement.execute("PRAGMA user_version = " + STEPS.size());
            statement.execute("COMMIT");
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            row.next();
            return row.getInt(1);
        }
    }
}

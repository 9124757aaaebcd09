package io.deskbell.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What lies in a data folder, looked at beside a running program or without one. Changes nothing.
 *
 * @param damage what SQLite says of a file that is not sound
 * @param oldest when the oldest event that waits happened
 * @param lastAccepted when Agent Inbox last accepted an event
 */
public record Inventory(Optional<String> damage, int waiting, int setAside, Optional<Instant> oldest,
                        Optional<Instant> lastAccepted) {
    /** Empty when nothing was ever kept here. */
    public static Optional<Inventory> of(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(DatabaseFile.FILE))) return Optional.empty();
        try (Connection connection = new DatabaseFile(folder, Clock.systemUTC()).openForReading();
                Statement statement = connection.createStatement()) {
            Optional<String> damage = damage(statement);
            return Optional.of(damage.isPresent() ? damaged(damage.get()) : count(statement));
        } catch (DamagedException damaged) {
            return Optional.of(damaged(damaged.getMessage()));
        } catch (SQLException trouble) {
            if (SqlTrouble.inWords(trouble) instanceof DamagedException words) {
                return Optional.of(damaged(words.getMessage()));
            }
            throw SqlTrouble.inWords(trouble);
        }
    }

    private static Inventory damaged(String how) {
        return new Inventory(Optional.of(how), 0, 0, Optional.empty(), Optional.empty());
    }

    private static Optional<String> damage(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            return Optional.of(row.next() ? row.getString(1) : "nothing").filter(found -> !found.equals("ok"));
        }
    }

    private static Inventory count(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT count(*) FILTER (WHERE progress = 'WAITING') AS waiting,"
                + " count(*) FILTER (WHERE progress = 'SET_ASIDE') AS aside,"
                + " min(at) FILTER (WHERE progress = 'WAITING') AS oldest,"
                + " max(changed_at) FILTER (WHERE progress = 'SETTLED') AS accepted FROM outbox")) {
            row.next();
            return new Inventory(Optional.empty(), row.getInt("waiting"), row.getInt("aside"),
                    Columns.timeIfAny(row, "oldest"), Columns.timeIfAny(row, "accepted"));
        }
    }
}

package io.deskbell.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads from a damaged database what can still be read. */
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);

    private Salvage() {
    }

    /** What waits, in order, up to the first row that cannot be read. Past the indexes: they may be what is broken. */
    static List<Entry> waitingIn(DatabaseFile file) {
        List<Entry> saved = new ArrayList<>();
        try (Connection connection = file.openForReading(); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT * FROM outbox NOT INDEXED WHERE progress = 'WAITING' ORDER BY number")) {
            while (rows.next()) saved.add(EntryRows.read(rows));
        } catch (SQLException | IOException | RuntimeException unreadable) {
            LOG.debug("the rest cannot be read: {}", unreadable.getClass().getName());
        }
        return saved;
    }
}

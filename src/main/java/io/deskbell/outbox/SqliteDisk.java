package io.deskbell.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the outbox in SQLite: one connection, statements prepared once, one transaction and one fsync a write. */
final class SqliteDisk implements Disk {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDisk.class);

    private final DatabaseFile file;
    private Connection connection;
    private PreparedStatement writeCall;
    private PreparedStatement writeEntry;

    private SqliteDisk(DatabaseFile file) {
        this.file = file;
    }

    static SqliteDisk open(DatabaseFile file) throws IOException {
        SqliteDisk disk = new SqliteDisk(file);
        disk.connect();
        return disk;
    }

    @Override
    public void write(List<Change> changes) throws IOException {
        try {
            if (connection.isClosed()) connect(); // Beginning anew came to nothing the last time.
            for (Change change : changes) write(change);
            connection.commit();
        } catch (SQLException trouble) {
            rollback();
            throw SqlTrouble.inWords(trouble);
        }
    }

    @Override
    public void beginAnew() throws IOException {
        close();
        file.setAside();
        connect();
    }

    @Override
    public List<Entry> entriesOf(String callId) throws IOException {
        String sql = "SELECT * FROM outbox WHERE call_id = ? ORDER BY number";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, callId);
            return read(select);
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    /** Everything that waits, in order. */
    List<Entry> waiting() throws IOException {
        return select("SELECT * FROM outbox WHERE progress = 'WAITING' ORDER BY number");
    }

    List<Entry> setAside() throws IOException {
        return select("SELECT * FROM outbox WHERE progress = 'SET_ASIDE' ORDER BY number");
    }

    /** The last word about each call that was still going on. */
    List<Entry> lastOfOpenCalls() throws IOException {
        return select("SELECT * FROM outbox WHERE number IN (SELECT max(o.number) FROM outbox o JOIN call c"
                + " ON c.id = o.call_id WHERE c.state <> 'ENDED' GROUP BY c.id) ORDER BY number");
    }

    long lastNumber() throws IOException {
        String sql = "SELECT coalesce(max(number), 0) FROM outbox";
        try (PreparedStatement select = connection.prepareStatement(sql); ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        } finally {
            rollback();
        }
    }

    @Override
    public void close() {
        DatabaseFile.close(connection);
    }

    private void connect() throws IOException {
        connection = file.open();
        try {
            connection.setAutoCommit(false);
            writeCall = connection.prepareStatement(CallRows.WRITE);
            writeEntry = connection.prepareStatement(EntryRows.WRITE);
        } catch (SQLException trouble) {
            close();
            throw SqlTrouble.inWords(trouble);
        }
    }

    private void write(Change change) throws SQLException {
        switch (change) {
            case Change.CallChanged changed -> {
                CallRows.fill(writeCall, changed.call(), changed.why());
                writeCall.executeUpdate();
            }
            case Change.EntryChanged changed -> {
                EntryRows.fill(writeEntry, changed.entry(), changed.at());
                writeEntry.executeUpdate();
            }
        }
    }

    private List<Entry> select(String sql) throws IOException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            return read(select);
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    /** Ends the transaction that reading began: left open it would keep the log of SQLite from being cut short. */
    private List<Entry> read(PreparedStatement select) throws SQLException {
        try (ResultSet rows = select.executeQuery()) {
            return EntryRows.readAll(rows);
        } finally {
            rollback();
        }
    }

    private void rollback() {
        try {
            connection.rollback();
        } catch (SQLException nothingToRollBack) {
            LOG.debug("rolling back: {}", nothingToRollBack.getMessage());
        }
    }
}

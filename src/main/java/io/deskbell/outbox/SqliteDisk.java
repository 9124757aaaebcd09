package io.deskbell.outbox;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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

    /** Opens what is there. Of a damaged database what waits is taken over, as far as it can be read. */
    static SqliteDisk open(DatabaseFile file, Clock clock) throws IOException {
        SqliteDisk disk = new SqliteDisk(file);
        try {
            disk.use(file.openSound());
        } catch (DamagedException damaged) {
            List<Entry> saved = Salvage.waitingIn(file);
            disk.beginAnew();
            disk.write(saved.stream().<Change>map(entry -> new Change.EntryChanged(entry, clock.instant())).toList());
            LOG.warn("{} that waited were saved from the damaged database", saved.size());
        }
        return disk;
    }

    @Override
    public void write(List<Change> changes) throws IOException {
        try {
            if (connection.isClosed()) use(file.openSound());
            for (Change change : changes) write(change);
            connection.commit();
        } catch (SQLException trouble) {
            // SQLite itself rolls back on a full disk, which its driver does not notice: it would go on without a
            // transaction, each row by itself. A connection opened anew knows where it stands.
            close();
            throw SqlTrouble.inWords(trouble);
        }
    }

    @Override
    public void beginAnew() throws IOException {
        close();
        file.setAside();
        use(file.openSound());
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
            endReading();
        }
    }

    @Override
    public void close() {
        if (connection != null) DatabaseFile.close(connection); // A damaged file was never opened.
    }

    private void use(Connection opened) throws IOException {
        connection = opened;
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
            endReading();
        }
    }

    private void endReading() {
        try {
            connection.rollback();
        } catch (SQLException trouble) {
            LOG.debug("ending a read: {}", trouble.getMessage());
        }
    }
}

package io.deskbell.relay;

import io.deskbell.files.PrivateFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** The file {@code relay.db}: what was committed survives a power cut. One thread at a time; for one program. */
final class SpoolFile implements Closeable {
    static final String NAME = "relay.db";
    private static final Logger LOG = LoggerFactory.getLogger(SpoolFile.class);

    private final Connection connection;

    SpoolFile(Connection connection) {
        this.connection = connection;
    }

    static SpoolFile open(Path folder) throws IOException {
        try {
            return new SpoolFile(connect(own(folder)));
        } catch (SQLException trouble) {
            if (!isDamaged(trouble)) throw new IOException("the folder " + folder + " cannot be used: "
                    + words(trouble), trouble);
        }
        setAside(folder);
        try {
            return new SpoolFile(connect(own(folder)));
        } catch (SQLException trouble) {
            throw new IOException("the folder " + folder + " cannot be used: " + words(trouble), trouble);
        }
    }

    /** It holds who called: nobody else reads it, nor what the database puts beside it with the same rights. */
    private static Path own(Path folder) throws IOException {
        PrivateFiles.folder(folder);
        Path file = folder.resolve(NAME);
        PrivateFiles.claim(file);
        return file;
    }

    /** What a person can act on. */
    static String words(Throwable trouble) {
        if (!(trouble instanceof SQLException sql)) return trouble.getClass().getSimpleName();
        int code = sql.getErrorCode() & 0xFF;
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "another relay works there: name another with --data, or stop it";
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) return "the disk is full: make room";
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code || code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return "this user may not write there: see to its rights, or name another with --data";
        }
        return "the disk fails (" + code + ")";
    }

    void insert(Instant at, String to, byte[] body) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO spool (at, recipient, body) VALUES (?, ?, ?)")) {
            insert.setLong(1, at.toEpochMilli());
            insert.setString(2, to);
            insert.setBytes(3, body);
            insert.executeUpdate();
        }
    }

    int delete(long number) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM spool WHERE number = ?")) {
            delete.setLong(1, number);
            return delete.executeUpdate();
        }
    }

    List<Spool.Item> after(long number, int atMost) throws SQLException {
        List<Spool.Item> items = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT number, at, recipient, body FROM spool WHERE number > ? ORDER BY number LIMIT ?")) {
            select.setLong(1, number);
            select.setInt(2, atMost);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    items.add(new Spool.Item(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)),
                            Optional.of(row.getString(3)).filter(to -> !to.isEmpty()), row.getBytes(4)));
                }
            }
        }
        return items;
    }

    int count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM spool")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** A full disk has SQLite roll back by itself; then the driver begins no other transaction, and has to be told. */
    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException alreadyRolledBack) {
            beginAnew();
        }
    }

    private void beginAnew() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException nothingToCommit) {
            LOG.debug("rolling back: {}", words(nothingToCommit));
        }
        try {
            connection.setAutoCommit(false);
        } catch (SQLException trouble) {
            LOG.debug("beginning anew: {}", words(trouble));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException trouble) {
            LOG.debug("closing the spool: {}", words(trouble));
        }
    }

    /** Numbers are never used again, so that what was sent is never taken for something new. */
    static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
        config.setBusyTimeout(500);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS spool (number INTEGER PRIMARY KEY AUTOINCREMENT,"
                    + " at INTEGER NOT NULL, recipient TEXT NOT NULL, body BLOB NOT NULL)");
            statement.execute("PRAGMA quick_check(1)");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException trouble) {
            connection.close();
            throw trouble;
        }
    }

    private static boolean isDamaged(SQLException trouble) {
        int code = trouble.getErrorCode() & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static void setAside(Path folder) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Path from = folder.resolve(NAME + part);
            Path to = folder.resolve("relay-damaged.db" + part);
            Files.deleteIfExists(to);
            if (Files.exists(from)) Files.move(from, to);
        }
        LOG.warn("the spool was damaged: it is kept as {} and a new one begun", "relay-damaged.db");
    }
}

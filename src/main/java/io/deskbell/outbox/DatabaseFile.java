package io.deskbell.outbox;

import io.deskbell.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The file {@code deskbell.db} in the data folder: opens it, brings it up to date, and puts it out of the way when it
 * is damaged. What was committed on a connection from here survives a power cut. Not final: tests have a small one.
 */
class DatabaseFile {
    static final String FILE = "deskbell.db";
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseFile.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS").withZone(ZoneOffset.UTC);
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private final Path file;
    private final Clock clock;

    DatabaseFile(Path folder, Clock clock) {
        this.file = folder.resolve(FILE);
        this.clock = clock;
    }

    /**
     * A connection to a sound database of this version; begun if there is none.
     *
     * @throws DamagedException when the file is no sound database
     */
    Connection openSound() throws IOException {
        PrivateFiles.claim(file); // SQLite gives its side files the rights of the database.
        Connection connection = null;
        try {
            connection = connect();
            check(connection);
            Schema.bringUpToDate(connection);
            return connection;
        } catch (SQLException trouble) {
            close(connection);
            throw SqlTrouble.inWords(trouble);
        } catch (IOException unusable) {
            close(connection);
            throw unusable;
        }
    }

    /** One more connection, for reading beside the one that writes. */
    Connection openForReading() throws IOException {
        if (!Files.exists(file)) throw new IOException("Deskbell has not run with this data folder yet");
        try {
            return connect();
        } catch (SQLException trouble) {
            throw SqlTrouble.inWords(trouble);
        }
    }

    /** Keeps the damaged file under another name: somebody may want to look into it. */
    void setAside() throws IOException {
        String stamp = STAMP.format(clock.instant());
        Path aside = file.resolveSibling("deskbell-damaged-" + stamp + ".db");
        for (String part : PARTS) {
            Path from = file.resolveSibling(FILE + part);
            if (Files.exists(from)) Files.move(from, file.resolveSibling(aside.getFileName() + part));
        }
        LOG.warn("the database was damaged: it is kept as {} and a new one begun", aside.getFileName());
    }

    private Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(2_000);
        Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        try (Statement statement = connection.createStatement()) {
            // macOS: fsync alone leaves the data in the drive's cache; both are nothing elsewhere.
            statement.execute("PRAGMA fullfsync = 1");
            statement.execute("PRAGMA checkpoint_fullfsync = 1");
        } catch (SQLException trouble) {
            close(connection); // Windows moves no file that is open.
            throw trouble;
        }
        return connection;
    }

    private static void check(Connection connection) throws SQLException, DamagedException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            String found = row.next() ? row.getString(1) : "nothing";
            if (!found.equals("ok")) throw new DamagedException(found, null);
        }
    }

    static void close(Connection connection) {
        if (connection == null) return; // It was never opened.
        try {
            connection.close();
        } catch (SQLException trouble) {
            LOG.debug("closing the database: {}", trouble.getMessage());
        }
    }
}

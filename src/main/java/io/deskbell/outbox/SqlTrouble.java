package io.deskbell.outbox;

import java.io.IOException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite says, in words for a person; without the values that were to be written. */
final class SqlTrouble {
    private static final int PRIMARY = 0xFF; // Extended result codes carry the primary one in the low byte.

    private SqlTrouble() {
    }

    static IOException inWords(SQLException trouble) {
        SQLiteErrorCode code = code(trouble);
        return switch (code) {
            case SQLITE_CORRUPT, SQLITE_NOTADB -> new DamagedException("the database file is damaged", trouble);
            case SQLITE_FULL -> new IOException("the disk is full: make room on it", trouble);
            case SQLITE_READONLY, SQLITE_PERM -> new IOException("this user may not write the database", trouble);
            case SQLITE_CANTOPEN -> new IOException("the database cannot be opened: see to the folder's rights, and"
                    + " to room on the disk", trouble);
            // A full disk as well, where the file that SQLite shares its memory by cannot grow.
            case SQLITE_IOERR -> new IOException("the disk has no room or a fault (" + trouble.getErrorCode()
                    + "): make room on it, or have it looked at", trouble);
            default -> new IOException("the database says " + code.name(), trouble);
        };
    }

    private static SQLiteErrorCode code(SQLException trouble) {
        int code = trouble instanceof SQLiteException known ? known.getResultCode().code : trouble.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & PRIMARY);
    }
}

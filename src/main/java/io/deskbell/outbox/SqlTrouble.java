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
            case SQLITE_FULL -> OutboxReason.DISK_FULL.from(trouble);
            case SQLITE_READONLY, SQLITE_PERM -> OutboxReason.NOT_ALLOWED.from(trouble);
            case SQLITE_CANTOPEN -> OutboxReason.NOT_OPENED.from(trouble);
            // A full disk as well, where the file that SQLite shares its memory by cannot grow.
            case SQLITE_IOERR -> OutboxReason.DISK_FAULT.from(trouble, trouble.getErrorCode());
            default -> OutboxReason.DATABASE.from(trouble, code.name());
        };
    }

    private static SQLiteErrorCode code(SQLException trouble) {
        int code = trouble instanceof SQLiteException known ? known.getResultCode().code : trouble.getErrorCode();
        return SQLiteErrorCode.getErrorCode(code & PRIMARY);
    }
}

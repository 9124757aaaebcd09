package io.deskbell.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

final class SqlTroubleTest {
    private static String words(SQLiteErrorCode code) {
        return SqlTrouble.inWords(new SQLiteException("the value that was to be written", code)).getMessage();
    }

    @Test
    void aDiskThatIsFullAtTheStartIsToldAsOneThatMayBe() {
        assertEquals("the disk has no room or a fault (10): make room on it, or have it looked at",
                words(SQLiteErrorCode.SQLITE_IOERR_SHMSIZE));
    }

    @Test
    void whatIsNotKnownIsNamedAndNotQuoted() {
        assertEquals("the database says SQLITE_BUSY", words(SQLiteErrorCode.SQLITE_BUSY));
    }
}

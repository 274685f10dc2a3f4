package dev.winnow.sqlite;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** The meaning of SQLite's errors: which concern one statement only, and what an operator does about the others. Stateless. */
final class SqliteFailure {
    /** Primary result codes that say something about one statement; all others are about the file, the disk or the connection. */
    private static final Set<Integer> OF_ONE_STATEMENT = Set.of(
            SQLiteErrorCode.SQLITE_ERROR.code,
            SQLiteErrorCode.SQLITE_TOOBIG.code,
            SQLiteErrorCode.SQLITE_CONSTRAINT.code,
            SQLiteErrorCode.SQLITE_MISMATCH.code,
            SQLiteErrorCode.SQLITE_RANGE.code);

    private SqliteFailure() {}

    /** Whether only the statement that raised it is at fault. The driver's own errors carry no code and count as the connection's. */
    static boolean concernsOneStatement(SQLException failure) {
        return OF_ONE_STATEMENT.contains(failure.getErrorCode() & 0xff);
    }

    /** The error's message and the next step, as one sentence. */
    static String describe(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return failure instanceof SQLException sql && !(failure instanceof NewerSchemaException)
                ? message + "; " + remedy(sql)
                : message;
    }

    private static String remedy(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk is full: free space on it";
        } else if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "the disk did not read or write: check that it has free space and is healthy";
        } else if (code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_PERM.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return "check that its folder exists and is writable";
        } else if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "another process holds the file locked: end that process or its transaction";
        } else if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return "the file is damaged or is no database: restore it from a backup, or move it away to begin with an empty one";
        } else if (code == SQLiteErrorCode.SQLITE_NOMEM.code) {
            return "SQLite ran out of memory: give the process more";
        }
        return "the connection is opened anew";
    }
}

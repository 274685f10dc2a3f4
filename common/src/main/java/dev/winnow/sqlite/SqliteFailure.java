package dev.winnow.sqlite;

import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Sorts SQLite's errors: errors of one statement, and errors of the file with a remedy for the operator. Stateless; any thread. */
final class SqliteFailure {
    /** The primary result codes of errors of one statement; all others are about the file, the disk or the connection. */
    private static final Set<Integer> OF_ONE_STATEMENT = Set.of(
            SQLiteErrorCode.SQLITE_ERROR.code,
            SQLiteErrorCode.SQLITE_TOOBIG.code,
            SQLiteErrorCode.SQLITE_CONSTRAINT.code,
            SQLiteErrorCode.SQLITE_MISMATCH.code,
            SQLiteErrorCode.SQLITE_RANGE.code);

    private SqliteFailure() {}

    /** Whether only one statement is at fault. Errors of the driver itself have no code and count as errors of the connection. */
    static boolean concernsOneStatement(SQLException failure) {
        return OF_ONE_STATEMENT.contains(failure.getErrorCode() & 0xff);
    }

    /** The message of the error and the next step, as one sentence. */
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

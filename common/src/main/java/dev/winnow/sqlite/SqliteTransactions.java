package dev.winnow.sqlite;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on one connection, which is opened anew after every failure of the file: SQLite may have ended the transaction by itself, and
 * a connection in an unknown state fails for ever. One thread.
 */
final class SqliteTransactions {
    private static final int CHECKPOINT_WAIT_MILLIS = 250;

    private final SqliteConnections connections;
    private @Nullable Connection connection;
    private @Nullable SqliteStatements statements;

    SqliteTransactions(SqliteConnections connections) {
        this.connections = connections;
    }

    /** Begins a transaction, on a new connection if the last one failed. */
    SqliteStatements begin() throws SQLException {
        SqliteStatements open = openStatements();
        open.prepare("BEGIN IMMEDIATE").executeUpdate();
        return open;
    }

    void commit() throws SQLException {
        openStatements().prepare("COMMIT").executeUpdate();
    }

    /** Rolls back and drops the connection; the next transaction opens another. */
    void abandon() {
        Connection broken = connection;
        connection = null;
        statements = null;
        if (broken != null) {
            try {
                // Closing a connection rolls its transaction back.
                broken.close();
            } catch (SQLException ignored) {
                // The connection is given up in any case; the next one shows whether the file takes writes.
            }
        }
    }

    /** Moves the write-ahead log into the file and empties it. False if a reader still uses the log. */
    boolean truncateLog() {
        try {
            SqliteStatements open = openStatements();
            setBusyTimeout(open, CHECKPOINT_WAIT_MILLIS);
            try (ResultSet result =
                    open.prepare("PRAGMA wal_checkpoint(TRUNCATE)").executeQuery()) {
                return result.next() && result.getInt(1) == 0;
            } finally {
                setBusyTimeout(open, SqliteConnections.BUSY_TIMEOUT_MILLIS);
            }
        } catch (SQLException e) {
            abandon();
            return false;
        }
    }

    private static void setBusyTimeout(SqliteStatements open, int millis) throws SQLException {
        try (ResultSet result = open.prepare("PRAGMA busy_timeout = " + millis).executeQuery()) {
            boolean _ = result.next();
        }
    }

    private SqliteStatements openStatements() throws SQLException {
        SqliteStatements open = statements;
        if (open == null) {
            Connection fresh = connections.open();
            connection = fresh;
            open = new SqliteStatements(fresh);
            statements = open;
        }
        return open;
    }

    void close() throws SQLException {
        Connection last = connection;
        connection = null;
        statements = null;
        if (last != null) {
            last.close();
        }
    }
}

package dev.winnow.sqlite;

import dev.winnow.store.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** A few connections that read while the writer writes. A connection that failed is opened anew. Any thread; a caller waits for a free one. */
final class SqliteReaders implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    /** A query. */
    @FunctionalInterface
    interface Read<T> {
        T applyTo(SqliteStatements statements) throws SQLException;
    }

    /** A place for a connection, which is empty after a failure. One thread at a time. */
    private static final class Reader {
        private @Nullable Connection connection;
        private @Nullable SqliteStatements statements;
    }

    private final SqliteConnections connections;
    private final BlockingQueue<Reader> free = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    private SqliteReaders(SqliteConnections connections) {
        this.connections = connections;
    }

    static SqliteReaders open(SqliteConnections connections) throws SQLException {
        SqliteReaders readers = new SqliteReaders(connections);
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Reader reader = new Reader();
                readers.free.add(reader);
                var _ = readers.opened(reader);
            }
        } catch (SQLException e) {
            readers.close();
            throw e;
        }
        return readers;
    }

    <T> T read(Read<T> read) {
        Reader reader = takeReader();
        boolean finished = false;
        try {
            T result = read.applyTo(opened(reader));
            finished = true;
            return result;
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database did not answer a query: " + SqliteFailure.describe(e), e);
        } finally {
            if (!finished || closed) {
                // A query that was not read to its end would keep the write-ahead log from being emptied.
                drop(reader);
            }
            free.add(reader);
        }
    }

    private SqliteStatements opened(Reader reader) throws SQLException {
        if (closed) {
            throw new StoreUnavailableException(
                    "the database is closed", new IllegalStateException("read after close"));
        }
        SqliteStatements statements = reader.statements;
        if (statements == null) {
            Connection connection = connections.open();
            statements = new SqliteStatements(connection);
            reader.connection = connection;
            reader.statements = statements;
        }
        return statements;
    }

    private static void drop(Reader reader) {
        Connection connection = reader.connection;
        reader.connection = null;
        reader.statements = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // The connection is given up in any case.
            }
        }
    }

    private Reader takeReader() {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for the database", e);
        }
    }

    /** Closes the free connections; one that is in use closes when its query ends. */
    @Override
    public void close() {
        closed = true;
        int places = free.size();
        for (int i = 0; i < places; i++) {
            Reader reader = free.poll();
            if (reader != null) {
                drop(reader);
                free.add(reader);
            }
        }
    }
}

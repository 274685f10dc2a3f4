package dev.winnow.sqlite;

import dev.winnow.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A few connections that read while the writer writes. Any thread; a caller waits for a free one. */
final class SqliteReaders implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    /** A query. */
    @FunctionalInterface
    interface Read<T> {
        T apply(SqliteStatements statements) throws SQLException;
    }

    private final List<Connection> connections;
    private final BlockingQueue<SqliteStatements> free = new LinkedBlockingQueue<>();

    private SqliteReaders(List<Connection> connections) {
        this.connections = connections;
        connections.forEach(connection -> free.add(new SqliteStatements(connection)));
    }

    static SqliteReaders open(Path file) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(SqliteConnections.open(file));
        }
        return new SqliteReaders(connections);
    }

    <T> T read(Read<T> read) {
        SqliteStatements statements = take();
        try {
            return read.apply(statements);
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database did not answer a query: " + e.getMessage(), e);
        } finally {
            free.add(statements);
        }
    }

    private SqliteStatements take() {
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("interrupted while waiting for the database", e);
        }
    }

    @Override
    public void close() {
        for (Connection connection : connections) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new StoreUnavailableException("the database did not close cleanly: " + e.getMessage(), e);
            }
        }
    }
}

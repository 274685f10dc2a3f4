package dev.winnow.sqlite;

import dev.winnow.store.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The only thread that writes: everything that waits is written in one transaction, so that many callers share one synchronisation of
 * the disk (group commit). {@link #write} may be called by any thread.
 */
final class SqliteWriter implements AutoCloseable {
    private static final int MAX_WRITES_PER_TRANSACTION = 512;
    private static final long IDLE_MILLIS = 1_000;

    /** A change of the file; run inside a transaction that it must not end. */
    @FunctionalInterface
    interface Write<T extends @Nullable Object> {
        T apply(SqliteStatements statements) throws SQLException;
    }

    private record Pending<T extends @Nullable Object>(Write<T> write, CompletableFuture<T> done) {
        Runnable run(SqliteStatements statements) throws SQLException {
            T result = write.apply(statements);
            return () -> done.complete(result);
        }
    }

    private final Connection connection;
    private final SqliteStatements statements;
    private final BlockingQueue<Pending<?>> pending = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    private SqliteWriter(Connection connection) {
        this.connection = connection;
        this.statements = new SqliteStatements(connection);
        this.thread = Thread.ofPlatform().name("sqlite-writer").unstarted(this::run);
    }

    static SqliteWriter open(Path file) throws SQLException {
        Connection connection = SqliteConnections.open(file);
        try (Statement statement = connection.createStatement()) {
            SqliteSchema.create(statement);
        }
        SqliteWriter writer = new SqliteWriter(connection);
        writer.thread.start();
        return writer;
    }

    /** Queues a write; the future completes once it is durable, or with {@link StoreUnavailableException}. */
    <T extends @Nullable Object> CompletableFuture<T> write(Write<T> write) {
        CompletableFuture<T> done = new CompletableFuture<>();
        pending.add(new Pending<>(write, done));
        if (!thread.isAlive()) {
            failPending();
        }
        return done;
    }

    /**
     * Writes and returns when it is durable.
     *
     * @throws StoreUnavailableException if it was not written
     */
    <T extends @Nullable Object> T writeAndWait(Write<T> write) {
        try {
            return write(write).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    private void run() {
        boolean dirty = false;
        while (!closed || !pending.isEmpty()) {
            List<Pending<?>> batch = nextBatch();
            if (!batch.isEmpty()) {
                commit(batch);
                dirty = true;
            } else if (dirty) {
                dirty = !truncateLog();
            }
        }
    }

    private List<Pending<?>> nextBatch() {
        List<Pending<?>> batch = new ArrayList<>();
        try {
            Pending<?> first = pending.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                pending.drainTo(batch, MAX_WRITES_PER_TRANSACTION - 1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts the writer; close() ends it", e);
        }
        return batch;
    }

    private void commit(List<Pending<?>> batch) {
        List<Runnable> completions = new ArrayList<>(batch.size());
        try {
            statements.get("BEGIN IMMEDIATE").executeUpdate();
            for (Pending<?> each : batch) {
                completions.add(each.run(statements));
            }
            statements.get("COMMIT").executeUpdate();
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            StoreUnavailableException failure =
                    new StoreUnavailableException("the database did not take a write: " + e.getMessage(), e);
            batch.forEach(each -> each.done().completeExceptionally(failure));
            return;
        }
        completions.forEach(Runnable::run);
    }

    private void rollBack(Exception cause) {
        try {
            statements.get("ROLLBACK").executeUpdate();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** An idle log must not go on holding texts that were deleted from the file. A reader can be in the way: then the next pause. */
    private boolean truncateLog() {
        try (ResultSet result =
                statements.get("PRAGMA wal_checkpoint(TRUNCATE)").executeQuery()) {
            return result.next() && result.getInt(1) == 0;
        } catch (SQLException busy) {
            return false;
        }
    }

    private void failPending() {
        for (Pending<?> each = pending.poll(); each != null; each = pending.poll()) {
            each.done()
                    .completeExceptionally(new StoreUnavailableException(
                            "the database is closed", new IllegalStateException("write after close")));
        }
    }

    /** Writes what waits, then closes. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        var _ = write(_ -> null);
        try {
            thread.join();
            truncateLog();
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database did not close cleanly: " + e.getMessage(), e);
        }
    }
}

package dev.winnow.sqlite;

import dev.winnow.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The only thread that writes. It writes all waiting changes in one transaction, so that many callers share one synchronisation of the disk
 * (group commit). {@link #queueWrite} may be called by any thread.
 */
final class SqliteWriter implements AutoCloseable {
    private static final int MAX_WRITES_PER_TRANSACTION = 512;
    private static final long IDLE_MILLIS = 1_000;

    /** The longest time for which a deleted text stays in the write-ahead log. */
    private static final long MAX_LOG_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The bytes of a trial write: with less free space the disk still counts as full. */
    private static final int PROBE_BYTES = 64 * 1024;

    /** A change of the file. It runs inside a transaction that it must not end, and possibly once more in another one. */
    @FunctionalInterface
    interface Write<T extends @Nullable Object> {
        T applyTo(SqliteStatements statements) throws SQLException;
    }

    /** The step that brings the tables of a file up to date. */
    @FunctionalInterface
    interface Migration {
        void migrate(SqliteTransactions transactions) throws SQLException;
    }

    private final SqliteTransactions transactions;
    private final WriteHealth health = new WriteHealth();
    private final GroupCommit groups;
    private final BlockingQueue<PendingWrite<?>> pending = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean ended;

    private SqliteWriter(SqliteTransactions transactions) {
        this.transactions = transactions;
        this.groups = new GroupCommit(transactions, health);
        this.thread = Thread.ofPlatform().name("sqlite-writer").unstarted(this::writeUntilClosed);
    }

    /**
     * Opens the file, brings its tables up to date and makes a trial write.
     *
     * @throws SQLException if the file cannot be opened or takes no writes
     */
    static SqliteWriter open(SqliteConnections connections) throws SQLException {
        return open(connections, SqliteSchema::migrate);
    }

    /** Opens a file with tables of its own. */
    static SqliteWriter open(SqliteConnections connections, Migration migration) throws SQLException {
        SqliteTransactions transactions = new SqliteTransactions(connections);
        SqliteWriter writer = new SqliteWriter(transactions);
        try {
            migration.migrate(transactions);
            writer.probe();
        } catch (SQLException | RuntimeException e) {
            transactions.abandon();
            throw e;
        }
        writer.thread.start();
        return writer;
    }

    /** The result of the last write or trial write. */
    WriteHealth health() {
        return health;
    }

    /** Queues a write; the future completes once it is durable, or with {@link StoreUnavailableException}. */
    <T extends @Nullable Object> CompletableFuture<T> queueWrite(Write<T> write) {
        CompletableFuture<T> done = new CompletableFuture<>();
        pending.add(new PendingWrite<>(write, done));
        if (ended) {
            failPending();
        }
        return done;
    }

    /**
     * Writes a change and returns when it is durable.
     *
     * @throws StoreUnavailableException if the change was not written
     */
    <T extends @Nullable Object> T writeAndWait(Write<T> write) {
        try {
            return queueWrite(write).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StoreUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    private void writeUntilClosed() {
        try {
            long truncated = System.nanoTime();
            long probed = System.nanoTime();
            // An earlier run that was killed may have left deleted texts in the log.
            boolean dirty = true;
            while (!closed || !pending.isEmpty()) {
                List<PendingWrite<?>> batch = nextBatch();
                if (!batch.isEmpty()) {
                    groups.commit(batch);
                    dirty = true;
                }
                if (!health.isWritable() && System.nanoTime() - probed >= PROBE_NANOS) {
                    tryProbe();
                    probed = System.nanoTime();
                }
                if (dirty && (batch.isEmpty() || System.nanoTime() - truncated >= MAX_LOG_NANOS)) {
                    dirty = !transactions.truncateLog();
                    truncated = System.nanoTime();
                }
            }
        } finally {
            ended = true;
            failPending();
        }
    }

    private List<PendingWrite<?>> nextBatch() {
        List<PendingWrite<?>> batch = new ArrayList<>();
        try {
            PendingWrite<?> first = pending.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                pending.drainTo(batch, MAX_WRITES_PER_TRANSACTION - 1);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("the thread sqlite-writer was interrupted; only close() may end it", e);
        }
        return batch;
    }

    private void tryProbe() {
        try {
            probe();
            health.recordRecovery();
        } catch (SQLException | RuntimeException e) {
            transactions.abandon();
        }
    }

    /** Makes a trial write: a row that is deleted again. */
    private void probe() throws SQLException {
        for (String change : List.of(
                "INSERT OR REPLACE INTO write_probe (id, filling) VALUES (1, zeroblob(" + PROBE_BYTES + "))",
                "DELETE FROM write_probe")) {
            transactions.begin().prepare(change).executeUpdate();
            transactions.commit();
        }
    }

    private void failPending() {
        for (PendingWrite<?> each = pending.poll(); each != null; each = pending.poll()) {
            each.fail(new IllegalStateException("the database is closed"));
        }
    }

    /** Writes all waiting changes and closes the file. A second call does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        var _ = queueWrite(_ -> null);
        try {
            thread.join();
            boolean _ = transactions.truncateLog();
            transactions.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database did not close cleanly: " + e.getMessage(), e);
        }
    }
}

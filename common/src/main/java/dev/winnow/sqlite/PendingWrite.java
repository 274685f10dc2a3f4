package dev.winnow.sqlite;

import dev.winnow.store.StoreUnavailableException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A write that waits for its transaction.
 *
 * @param write the change, which is applied again if its transaction failed because of the file
 * @param done completes when the write is durable or given up
 */
record PendingWrite<T extends @Nullable Object>(SqliteWriter.Write<T> write, CompletableFuture<T> done) {
    /** Applies the write inside a savepoint; on success returns the action that completes the future. */
    Runnable apply(SqliteStatements statements) throws SQLException {
        statements.prepare("SAVEPOINT one_write").executeUpdate();
        T result = write.applyTo(statements);
        statements.prepare("RELEASE one_write").executeUpdate();
        return () -> done.complete(result);
    }

    /** Undoes this write and leaves its neighbours in the transaction. */
    static void undo(SqliteStatements statements) throws SQLException {
        statements.prepare("ROLLBACK TO one_write").executeUpdate();
        statements.prepare("RELEASE one_write").executeUpdate();
    }

    void fail(Throwable cause) {
        done.completeExceptionally(new StoreUnavailableException(
                "the database did not take a write: " + SqliteFailure.describe(cause), cause));
    }
}

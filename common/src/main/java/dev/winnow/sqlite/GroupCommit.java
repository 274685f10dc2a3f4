package dev.winnow.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes many changes in one transaction. A change that fails by itself is undone alone. After a failure of the file each change is tried
 * once more in a transaction of its own, so that a change that does not fit takes no other with it. One thread.
 */
final class GroupCommit {
    private final SqliteTransactions transactions;
    private final WriteHealth health;

    GroupCommit(SqliteTransactions transactions, WriteHealth health) {
        this.transactions = transactions;
        this.health = health;
    }

    /** Completes the futures of all changes. */
    void commit(List<PendingWrite<?>> batch) {
        SqliteStatements statements;
        try {
            statements = transactions.begin();
        } catch (SQLException | RuntimeException e) {
            // No change is at fault, so none is tried by itself.
            abandon(e);
            batch.forEach(each -> each.fail(e));
            return;
        }
        List<Runnable> completions = new ArrayList<>(batch.size());
        try {
            for (PendingWrite<?> each : batch) {
                apply(each, statements, completions);
            }
            transactions.commit();
        } catch (SQLException | RuntimeException | Error e) {
            abandon(e);
            replay(batch, e);
            return;
        }
        completions.forEach(Runnable::run);
    }

    private static void apply(PendingWrite<?> write, SqliteStatements statements, List<Runnable> completions)
            throws SQLException {
        try {
            completions.add(write.apply(statements));
        } catch (SQLException e) {
            if (!SqliteFailure.concernsOneStatement(e)) {
                throw e;
            }
            PendingWrite.undo(statements);
            write.fail(e);
        } catch (RuntimeException e) {
            PendingWrite.undo(statements);
            write.fail(e);
        }
    }

    private void replay(List<PendingWrite<?>> batch, Throwable cause) {
        if (batch.size() == 1) {
            batch.getFirst().fail(cause);
            return;
        }
        for (PendingWrite<?> each : batch) {
            if (!each.done().isDone()) {
                commit(List.of(each));
            }
        }
    }

    private void abandon(Throwable cause) {
        transactions.abandon();
        health.recordFailure(cause);
    }
}

package dev.winnow.sqlite;

import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The envelopes that were accepted and are not worked on yet, in the table {@code spool}. Any thread. */
final class SqliteSpool {
    private final SqliteWriter writer;
    private final SqliteReaders readers;

    SqliteSpool(SqliteWriter writer, SqliteReaders readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** Completes once all are durable. */
    CompletableFuture<Integer> add(List<SealedEnvelope> envelopes) {
        return writer.write(statements -> {
            for (SealedEnvelope envelope : envelopes) {
                insert(statements, envelope);
            }
            return envelopes.size();
        });
    }

    /** Takes envelopes off again that the queue refused. */
    CompletableFuture<Integer> remove(List<UUID> envelopes) {
        return writer.write(statements -> {
            for (UUID envelope : envelopes) {
                remove(statements, SqliteKeys.bytes(envelope));
            }
            return envelopes.size();
        });
    }

    /** Takes envelopes off that are worked on. One without verdicts stays: it was only moved to another lane. */
    CompletableFuture<Integer> removeJudged(List<UUID> envelopes) {
        return writer.write(statements -> {
            PreparedStatement delete = statements.get("DELETE FROM spool WHERE envelope = ?1"
                    + " AND EXISTS (SELECT 1 FROM verdicts WHERE verdicts.envelope = ?1)");
            for (UUID envelope : envelopes) {
                delete.setBytes(1, SqliteKeys.bytes(envelope));
                delete.executeUpdate();
            }
            return envelopes.size();
        });
    }

    /** Everything on the spool, oldest first. */
    List<SealedEnvelope> all() {
        return readers.read(statements -> {
            List<SealedEnvelope> all = new ArrayList<>();
            PreparedStatement select = statements.get(
                    "SELECT envelope, fairness_group, priority, slots, body FROM spool ORDER BY envelope");
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new SealedEnvelope(
                            SqliteKeys.uuid(row.getBytes(1)),
                            row.getString(2),
                            Priority.valueOf(row.getString(3)),
                            row.getInt(4),
                            row.getString(5)));
                }
            }
            return all;
        });
    }

    static void remove(SqliteStatements statements, byte[] envelope) throws SQLException {
        PreparedStatement delete = statements.get("DELETE FROM spool WHERE envelope = ?");
        delete.setBytes(1, envelope);
        delete.executeUpdate();
    }

    private static void insert(SqliteStatements statements, SealedEnvelope envelope) throws SQLException {
        PreparedStatement insert = statements.get(
                "INSERT OR IGNORE INTO spool (envelope, fairness_group, priority, slots, body) VALUES (?, ?, ?, ?, ?)");
        insert.setBytes(1, SqliteKeys.bytes(envelope.id()));
        insert.setString(2, envelope.fairnessGroup());
        insert.setString(3, envelope.priority().name());
        insert.setInt(4, envelope.slots());
        insert.setString(5, envelope.body());
        insert.executeUpdate();
    }
}

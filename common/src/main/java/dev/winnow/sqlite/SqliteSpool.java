package dev.winnow.sqlite;

import dev.winnow.message.Envelope;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.VerdictsCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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

    /**
     * Envelopes that have left the spool.
     *
     * @param bytes the bytes of all their bodies
     */
    record Removed(List<UUID> envelopes, long bytes) {}

    /** Writes envelopes; completes when all are durable. */
    CompletableFuture<Integer> addEnvelopes(List<SealedEnvelope> envelopes) {
        return writer.queueWrite(statements -> {
            for (SealedEnvelope envelope : envelopes) {
                insertEnvelope(statements, envelope);
            }
            return envelopes.size();
        });
    }

    /** Removes envelopes that the queue refused; completes with the removed ones. */
    CompletableFuture<Removed> removeEnvelopes(List<UUID> envelopes) {
        return writer.queueWrite(statements -> delete(
                statements.prepare("DELETE FROM spool WHERE envelope = ? RETURNING octet_length(body)"), envelopes));
    }

    /** Removes envelopes with verdicts; completes with the removed ones. One without verdicts stays: it was moved to another lane. */
    CompletableFuture<Removed> removeJudged(List<UUID> envelopes) {
        return writer.queueWrite(statements -> delete(
                statements.prepare("DELETE FROM spool WHERE envelope = ?1 AND EXISTS"
                        + " (SELECT 1 FROM verdicts WHERE verdicts.envelope = ?1) RETURNING octet_length(body)"),
                envelopes));
    }

    /** Removes a damaged envelope and stores a failure for each of its messages, so that no client waits for their verdicts for ever. */
    Removed giveUp(SealedEnvelope damaged) {
        EnvelopeVerdicts failed = StoredVerdicts.failed(
                damaged.id(), damaged.slots(), "the waiting message was damaged on the disk before it was judged");
        byte[] item = VerdictsCodec.encode(failed);
        return writer.writeAndWait(statements -> {
            var _ = SqliteVerdictStore.save(statements, failed, item);
            return delete(
                    statements.prepare("DELETE FROM spool WHERE envelope = ? RETURNING octet_length(body)"),
                    List.of(damaged.id()));
        });
    }

    /** Moves envelopes to the bulk lane. */
    void moveToBulk(List<UUID> envelopes) {
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement update = statements.prepare("UPDATE spool SET priority = 'BULK' WHERE envelope = ?");
            for (UUID envelope : envelopes) {
                update.setBytes(1, SqliteKeys.toBytes(envelope));
                update.executeUpdate();
            }
            return envelopes.size();
        });
    }

    /** Reads how many messages wait, and since when. Counts the first 20,000 envelopes only: the console asks every two seconds. */
    SpoolState readState() {
        return readers.read(statements -> {
            try (ResultSet row = statements
                    .prepare(
                            "SELECT coalesce(sum(CASE WHEN priority = 'LIVE' THEN slots END), 0),"
                                    + " coalesce(sum(CASE WHEN priority <> 'LIVE' THEN slots END), 0), min(envelope) FROM (SELECT envelope, priority, slots FROM spool ORDER BY envelope LIMIT 20000)")
                    .executeQuery()) {
                byte[] oldest = row.next() ? row.getBytes(3) : null;
                return new SpoolState(
                        row.getLong(1),
                        row.getLong(2),
                        oldest == null
                                ? null
                                : Instant.ofEpochMilli(Envelope.openedAtMillis(SqliteKeys.toUuid(oldest))));
            }
        });
    }

    /** Counts the bytes of all bodies. */
    long countBytes() {
        return readers.read(statements -> {
            try (ResultSet row = statements
                    .prepare("SELECT coalesce(sum(octet_length(body)), 0) FROM spool")
                    .executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    /** Reads the ids of the oldest envelopes of a lane. A row of an unknown priority is on the bulk lane. */
    List<UUID> listOldest(Priority lane, int limit) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare(
                    "SELECT envelope FROM spool WHERE (priority = 'LIVE') = ? ORDER BY envelope LIMIT ?");
            select.setInt(1, lane == Priority.LIVE ? 1 : 0);
            select.setInt(2, limit);
            List<UUID> oldest = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    oldest.add(SqliteKeys.toUuid(row.getBytes(1)));
                }
            }
            return oldest;
        });
    }

    /** Reads the given envelopes of a lane, as far as they are still on the spool. */
    List<SealedEnvelope> find(Priority lane, List<UUID> envelopes) {
        return readers.read(statements -> {
            PreparedStatement select =
                    statements.prepare("SELECT fairness_group, slots, body FROM spool WHERE envelope = ?");
            List<SealedEnvelope> found = new ArrayList<>();
            for (UUID envelope : envelopes) {
                select.setBytes(1, SqliteKeys.toBytes(envelope));
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        found.add(
                                new SealedEnvelope(envelope, row.getString(1), lane, row.getInt(2), row.getString(3)));
                    }
                }
            }
            return found;
        });
    }

    private static Removed delete(PreparedStatement delete, List<UUID> envelopes) throws SQLException {
        List<UUID> removed = new ArrayList<>();
        long bytes = 0;
        for (UUID envelope : envelopes) {
            delete.setBytes(1, SqliteKeys.toBytes(envelope));
            try (ResultSet row = delete.executeQuery()) {
                while (row.next()) {
                    removed.add(envelope);
                    bytes += row.getLong(1);
                }
            }
        }
        return new Removed(removed, bytes);
    }

    static void insertEnvelope(SqliteStatements statements, SealedEnvelope envelope) throws SQLException {
        PreparedStatement insert = statements.prepare(
                "INSERT OR IGNORE INTO spool (envelope, fairness_group, priority, slots, body) VALUES (?, ?, ?, ?, ?)");
        insert.setBytes(1, SqliteKeys.toBytes(envelope.id()));
        insert.setString(2, envelope.fairnessGroup());
        insert.setString(3, envelope.priority().name());
        insert.setInt(4, envelope.slots());
        insert.setString(5, envelope.body());
        insert.executeUpdate();
    }
}

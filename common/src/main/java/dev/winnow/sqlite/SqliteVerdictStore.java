package dev.winnow.sqlite;

import dev.winnow.message.Envelope;
import dev.winnow.store.StoreUnavailableException;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictsCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Verdicts in the table {@code verdicts}; saving them takes the marks of their envelope away in the same transaction. */
final class SqliteVerdictStore implements VerdictStore {
    private static final long SWEEP_MILLIS = 3_600_000;
    private static final int SWEEP_ROWS = 1_000;

    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Clock clock;
    private final AtomicLong nextSweep = new AtomicLong();

    SqliteVerdictStore(SqliteWriter writer, SqliteReaders readers, Clock clock) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
    }

    @Override
    public SaveOutcome save(EnvelopeVerdicts verdicts) {
        byte[] key = SqliteKeys.bytes(verdicts.envelope());
        byte[] item = VerdictsCodec.encode(verdicts);
        long expiresAt = Envelope.openedAtMillis(verdicts.envelope()) + Retention.VERDICTS.toMillis();
        sweepIfDue();
        boolean inserted = writer.writeAndWait(statements -> {
            SqliteSlotMarks.remove(statements, key);
            return insert(statements, key, item, verdicts.revision(), expiresAt);
        });
        return inserted ? new SaveOutcome.Saved() : new SaveOutcome.AlreadySaved(stored(verdicts.envelope()));
    }

    @Override
    public ReplaceOutcome replace(EnvelopeVerdicts next) {
        byte[] item = VerdictsCodec.encode(next);
        boolean replaced = writer.writeAndWait(statements -> update(statements, next, item));
        if (replaced) {
            return new ReplaceOutcome.Replaced();
        }
        EnvelopeVerdicts stored = find(Set.of(next.envelope())).get(next.envelope());
        return stored == null ? new ReplaceOutcome.Missing() : new ReplaceOutcome.Outdated(stored);
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> find(Collection<UUID> envelopes) {
        if (envelopes.size() > MAX_FIND) {
            throw new IllegalArgumentException(
                    "find takes at most " + MAX_FIND + " envelopes, got " + envelopes.size());
        }
        Map<UUID, byte[]> items = readers.read(statements -> select(statements, envelopes));
        Map<UUID, EnvelopeVerdicts> found = new HashMap<>();
        items.forEach((envelope, item) -> found.put(envelope, VerdictsCodec.decode(envelope, item)));
        return found;
    }

    @Override
    public void close() {
        // The database owns the file.
    }

    private static boolean insert(SqliteStatements statements, byte[] key, byte[] item, int revision, long expiresAt)
            throws SQLException {
        PreparedStatement insert = statements.get(
                "INSERT INTO verdicts (envelope, item, revision, expires_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
        insert.setBytes(1, key);
        insert.setBytes(2, item);
        insert.setInt(3, revision);
        insert.setLong(4, expiresAt);
        return insert.executeUpdate() == 1;
    }

    private static boolean update(SqliteStatements statements, EnvelopeVerdicts next, byte[] item) throws SQLException {
        PreparedStatement update =
                statements.get("UPDATE verdicts SET item = ?, revision = ? WHERE envelope = ? AND revision = ?");
        update.setBytes(1, item);
        update.setInt(2, next.revision());
        update.setBytes(3, SqliteKeys.bytes(next.envelope()));
        update.setInt(4, next.revision() - 1);
        return update.executeUpdate() == 1;
    }

    private Map<UUID, byte[]> select(SqliteStatements statements, Collection<UUID> envelopes) throws SQLException {
        PreparedStatement select = statements.get("SELECT item FROM verdicts WHERE envelope = ? AND expires_at > ?");
        Map<UUID, byte[]> items = new HashMap<>();
        for (UUID envelope : envelopes) {
            select.setBytes(1, SqliteKeys.bytes(envelope));
            select.setLong(2, clock.millis());
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    items.put(envelope, row.getBytes(1));
                }
            }
        }
        return items;
    }

    private EnvelopeVerdicts stored(UUID envelope) {
        EnvelopeVerdicts stored = find(Set.of(envelope)).get(envelope);
        if (stored == null) {
            throw new StoreUnavailableException(
                    "envelope " + envelope + " has a verdict that has just expired", new IllegalStateException());
        }
        return stored;
    }

    private void sweepIfDue() {
        long now = clock.millis();
        long due = nextSweep.get();
        if (now < due || !nextSweep.compareAndSet(due, now + SWEEP_MILLIS)) {
            return;
        }
        var _ = writer.write(statements -> {
            PreparedStatement delete = statements.get(
                    "DELETE FROM verdicts WHERE envelope IN (SELECT envelope FROM verdicts WHERE expires_at <= ? LIMIT ?)");
            delete.setLong(1, now);
            delete.setInt(2, SWEEP_ROWS);
            return delete.executeUpdate();
        });
    }
}

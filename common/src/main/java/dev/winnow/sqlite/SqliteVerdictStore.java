package dev.winnow.sqlite;

import dev.winnow.message.Envelope;
import dev.winnow.verdict.EnvelopeVerdicts;
import dev.winnow.verdict.Retention;
import dev.winnow.verdict.VerdictStore;
import dev.winnow.verdict.VerdictsCodec;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Verdicts in the table {@code verdicts}. Saving verdicts deletes the crash marks of their envelope in the same transaction. */
final class SqliteVerdictStore implements VerdictStore {
    private static final long SWEEP_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int SWEEP_ROWS = 1_000;

    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Clock clock;
    private final SteadyExpiry expiry;
    private final AtomicLong sweptAt;

    SqliteVerdictStore(SqliteWriter writer, SqliteReaders readers, Clock clock, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.expiry = expiry;
        this.sweptAt = new AtomicLong(expiry.nanos());
    }

    @Override
    public SaveOutcome saveVerdicts(EnvelopeVerdicts verdicts) {
        byte[] item = VerdictsCodec.encode(verdicts);
        sweepIfDue();
        return writer.writeAndWait(statements -> save(statements, verdicts, item));
    }

    /** Saves verdicts if there is no sound row: a row stands even if it has expired by the clock, and a damaged row is replaced. */
    static SaveOutcome save(SqliteStatements statements, EnvelopeVerdicts verdicts, byte[] item) throws SQLException {
        UUID envelope = verdicts.envelope();
        SqliteCrashMarks.removeMarks(statements, SqliteKeys.toBytes(envelope));
        Optional<EnvelopeVerdicts> stored =
                selectItems(statements, envelope, Long.MIN_VALUE).flatMap(StoredVerdicts::decode);
        if (stored.isPresent()) {
            return new SaveOutcome.AlreadySaved(stored.get());
        }
        PreparedStatement insert = statements.prepare("INSERT OR REPLACE INTO verdicts"
                + " (envelope, item, revision, expires_at, checksum) VALUES (?, ?, ?, ?, ?)");
        insert.setBytes(1, SqliteKeys.toBytes(envelope));
        insert.setBytes(2, item);
        insert.setInt(3, verdicts.revision());
        insert.setLong(4, Envelope.openedAtMillis(envelope) + Retention.VERDICTS.toMillis());
        insert.setLong(5, StoredVerdicts.checksum(envelope, item));
        insert.executeUpdate();
        return new SaveOutcome.Saved();
    }

    @Override
    public ReplaceOutcome replaceVerdicts(EnvelopeVerdicts next) {
        byte[] item = VerdictsCodec.encode(next);
        boolean replaced = writer.writeAndWait(statements -> updateItem(statements, next, item));
        if (replaced) {
            return new ReplaceOutcome.Replaced();
        }
        EnvelopeVerdicts stored = findVerdicts(Set.of(next.envelope())).get(next.envelope());
        return stored == null ? new ReplaceOutcome.Missing() : new ReplaceOutcome.Outdated(stored);
    }

    @Override
    public Map<UUID, EnvelopeVerdicts> findVerdicts(Collection<UUID> envelopes) {
        if (envelopes.size() > MAX_FIND) {
            throw new IllegalArgumentException(
                    "findVerdicts takes at most " + MAX_FIND + " envelopes, got " + envelopes.size());
        }
        long now = clock.millis();
        List<StoredVerdicts> rows = readers.read(statements -> {
            List<StoredVerdicts> all = new ArrayList<>();
            for (UUID envelope : envelopes) {
                selectItems(statements, envelope, now).ifPresent(all::add);
            }
            return all;
        });
        Map<UUID, EnvelopeVerdicts> found = new HashMap<>();
        rows.forEach(row -> found.put(row.envelope(), row.decodeOrFailed()));
        return found;
    }

    @Override
    public void close() {
        // The database owns the file.
    }

    private static boolean updateItem(SqliteStatements statements, EnvelopeVerdicts next, byte[] item)
            throws SQLException {
        PreparedStatement update = statements.prepare(
                "UPDATE verdicts SET item = ?, revision = ?, checksum = ? WHERE envelope = ? AND revision = ?");
        update.setBytes(1, item);
        update.setInt(2, next.revision());
        update.setLong(3, StoredVerdicts.checksum(next.envelope(), item));
        update.setBytes(4, SqliteKeys.toBytes(next.envelope()));
        update.setInt(5, next.revision() - 1);
        return update.executeUpdate() == 1;
    }

    private static Optional<StoredVerdicts> selectItems(SqliteStatements statements, UUID envelope, long livesAfter)
            throws SQLException {
        PreparedStatement select =
                statements.prepare("SELECT item, checksum FROM verdicts WHERE envelope = ? AND expires_at > ?");
        select.setBytes(1, SqliteKeys.toBytes(envelope));
        select.setLong(2, livesAfter);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(StoredVerdicts.read(envelope, row)) : Optional.empty();
        }
    }

    private void sweepIfDue() {
        long now = expiry.nanos();
        long last = sweptAt.get();
        if (now - last < SWEEP_NANOS || !sweptAt.compareAndSet(last, now)) {
            return;
        }
        long before = expiry.deletableBefore();
        var _ = writer.queueWrite(statements -> {
            PreparedStatement delete = statements.prepare(
                    "DELETE FROM verdicts WHERE envelope IN (SELECT envelope FROM verdicts WHERE expires_at <= ? LIMIT ?)");
            delete.setLong(1, before);
            delete.setInt(2, SWEEP_ROWS);
            return delete.executeUpdate();
        });
    }
}

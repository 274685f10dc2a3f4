package dev.winnow.sqlite;

import dev.winnow.idempotency.IdempotencyStore;
import dev.winnow.idempotency.Lease;
import dev.winnow.idempotency.RequestKey;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;

/** Repeatable requests in the table {@code requests}. A claim reads and writes in one transaction of the only writer, so that claims never race. */
final class SqliteIdempotencyStore implements IdempotencyStore {
    private final SqliteWriter writer;
    private final Clock clock;
    private final SteadyExpiry expiry;

    SqliteIdempotencyStore(SqliteWriter writer, Clock clock, SteadyExpiry expiry) {
        this.writer = writer;
        this.clock = clock;
        this.expiry = expiry;
    }

    @Override
    public Claim claimRequest(RequestKey key, String fingerprint) {
        long now = clock.millis();
        Lease lease = new Lease(key, fingerprint, UUID.randomUUID());
        return writer.writeAndWait(statements -> {
            PreparedStatement select = statements.prepare(
                    "SELECT fingerprint, message_id, lease_until FROM requests WHERE tenant = ? AND hash = ? AND expires_at > ?");
            select.setString(1, key.tenant());
            select.setString(2, key.hash());
            select.setLong(3, now);
            try (ResultSet row = select.executeQuery()) {
                if (row.next()) {
                    if (!row.getString(1).equals(fingerprint)) {
                        return new Claim.Mismatch();
                    }
                    String messageId = row.getString(2);
                    if (messageId != null) {
                        return new Claim.Done(messageId);
                    }
                    // A lease that ends too late was given by a clock that has been set back since.
                    if (row.getLong(3) > now && row.getLong(3) <= now + LEASE.toMillis()) {
                        return new Claim.Running();
                    }
                }
            }
            insertLease(statements, lease, now, expiry.deletableBefore());
            return new Claim.Granted(lease);
        });
    }

    @Override
    public boolean completeRequest(Lease lease, String messageId) {
        return writer.writeAndWait(statements -> {
            PreparedStatement update = statements.prepare(
                    "UPDATE requests SET message_id = ? WHERE tenant = ? AND hash = ? AND token = ?");
            update.setString(1, messageId);
            update.setString(2, lease.key().tenant());
            update.setString(3, lease.key().hash());
            update.setString(4, lease.token().toString());
            return update.executeUpdate() == 1;
        });
    }

    @Override
    public void releaseRequest(Lease lease) {
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement delete = statements.prepare(
                    "DELETE FROM requests WHERE tenant = ? AND hash = ? AND token = ? AND message_id IS NULL");
            delete.setString(1, lease.key().tenant());
            delete.setString(2, lease.key().hash());
            delete.setString(3, lease.token().toString());
            return delete.executeUpdate();
        });
    }

    /** Inserts a lease, and deletes a few expired requests with the same write. */
    private static void insertLease(SqliteStatements statements, Lease lease, long now, long forgetBefore)
            throws SQLException {
        PreparedStatement forget = statements.prepare(
                "DELETE FROM requests WHERE rowid IN (SELECT rowid FROM requests WHERE expires_at <= ? LIMIT 2)");
        forget.setLong(1, forgetBefore);
        forget.executeUpdate();
        PreparedStatement insert = statements.prepare(
                "INSERT OR REPLACE INTO requests (tenant, hash, fingerprint, token, lease_until, expires_at) VALUES (?, ?, ?, ?, ?, ?)");
        insert.setString(1, lease.key().tenant());
        insert.setString(2, lease.key().hash());
        insert.setString(3, lease.fingerprint());
        insert.setString(4, lease.token().toString());
        insert.setLong(5, now + LEASE.toMillis());
        insert.setLong(6, now + RETENTION.toMillis());
        insert.executeUpdate();
    }
}

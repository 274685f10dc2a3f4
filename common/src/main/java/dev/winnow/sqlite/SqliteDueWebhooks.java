package dev.winnow.sqlite;

import dev.winnow.webhook.DueWebhooks;
import dev.winnow.webhook.Webhook;
import dev.winnow.webhook.WebhookJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Due webhooks in the table {@code callbacks_due}, buried ones in {@code callbacks_buried}. One thread writes, so that claims never race. */
final class SqliteDueWebhooks implements DueWebhooks {
    private static final Logger log = LoggerFactory.getLogger(SqliteDueWebhooks.class);

    /** The longest lease; a claim that ends later was made by a clock that has been set back since. */
    private static final Duration LONGEST_LEASE = Duration.ofHours(1);

    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Clock clock;
    private final SteadyExpiry expiry;

    SqliteDueWebhooks(SqliteWriter writer, SqliteReaders readers, Clock clock, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.expiry = expiry;
    }

    @Override
    public void addDue(Webhook webhook, Instant dueAt) {
        int _ = writer.writeAndWait(statements -> insertDue(statements, webhook, dueAt));
    }

    private int insertDue(SqliteStatements statements, Webhook webhook, Instant dueAt) throws SQLException {
        return statements.update(
                "INSERT OR REPLACE INTO callbacks_due (shard, due_at, id, claimed_until, expires_at, item)"
                        + " VALUES (?, ?, ?, 0, ?, ?)",
                DueWebhooks.shardOf(webhook),
                dueAt.toEpochMilli(),
                webhook.id(),
                expiryMillis(),
                WebhookJson.writeValue(webhook));
    }

    /** Reads before it writes: most shards are empty, and a write without a change still synchronises the disk. */
    @Override
    public List<Claim> claimDue(int shard, Instant now, int limit, Duration lease) {
        if (!readers.read(statements -> isAnyDue(statements, shard, now))) {
            return List.of();
        }
        return writer.writeAndWait(statements -> {
            List<Claim> claims = readDue(statements, shard, now, limit);
            for (Claim claim : claims) {
                statements.update(
                        "UPDATE callbacks_due SET claimed_until = ?, token = ? WHERE shard = ? AND due_at = ? AND id = ?",
                        now.plus(lease).toEpochMilli(),
                        claim.token().toString(),
                        shard,
                        claim.dueAt().toEpochMilli(),
                        claim.webhook().id());
            }
            return claims;
        });
    }

    @Override
    public void finishClaim(Claim claim) {
        int _ = writer.writeAndWait(statements -> deleteClaimed(statements, claim));
    }

    @Override
    public List<Pending> listPending(String endpoint, int limit) {
        return readers.read(statements -> statements.list(
                "SELECT item, due_at FROM callbacks_due"
                        + " WHERE json_valid(item) AND json_extract(item, '$.endpoint') = ? AND claimed_until <= ?"
                        + " ORDER BY due_at LIMIT ?",
                row -> new Pending(
                        WebhookJson.readValue(row.getString(1), Webhook.class), Instant.ofEpochMilli(row.getLong(2))),
                endpoint,
                clock.millis(),
                limit));
    }

    @Override
    public void movePending(Pending pending, Webhook next, Instant dueAt) {
        int _ = writer.writeAndWait(statements -> {
            statements.update(
                    "DELETE FROM callbacks_due WHERE shard = ? AND due_at = ? AND id = ? AND claimed_until <= ?",
                    DueWebhooks.shardOf(pending.webhook()),
                    pending.dueAt().toEpochMilli(),
                    pending.webhook().id(),
                    clock.millis());
            return insertDue(statements, next, dueAt);
        });
    }

    @Override
    public void buryWebhook(Webhook webhook, Instant at) {
        int _ = writer.writeAndWait(statements -> {
            statements.update("DELETE FROM callbacks_buried WHERE expires_at <= ?", expiry.deletableBefore());
            return statements.update(
                    "INSERT OR REPLACE INTO callbacks_buried (endpoint, id, at, expires_at, item) VALUES (?, ?, ?, ?, ?)",
                    webhook.endpoint(),
                    webhook.id(),
                    at.toEpochMilli(),
                    expiryMillis(),
                    WebhookJson.writeValue(webhook));
        });
    }

    @Override
    public List<Buried> listBuried(String endpoint, int limit) {
        return readers.read(statements -> statements.list(
                "SELECT item, at FROM callbacks_buried WHERE endpoint = ? AND expires_at > ? LIMIT ?",
                SqliteDueWebhooks::toBuried,
                endpoint,
                clock.millis(),
                limit));
    }

    @Override
    public Optional<Buried> listBuried(String endpoint, String id) {
        return readers
                .read(statements -> statements.list(
                        "SELECT item, at FROM callbacks_buried WHERE endpoint = ? AND expires_at > ? AND id = ?",
                        SqliteDueWebhooks::toBuried,
                        endpoint,
                        clock.millis(),
                        id))
                .stream()
                .findFirst();
    }

    @Override
    public void forgetBuried(String endpoint, String id) {
        int _ = writer.writeAndWait(statements ->
                statements.update("DELETE FROM callbacks_buried WHERE endpoint = ? AND id = ?", endpoint, id));
    }

    private long expiryMillis() {
        return clock.instant().plus(RETENTION).toEpochMilli();
    }

    private static boolean isAnyDue(SqliteStatements statements, int shard, Instant now) throws SQLException {
        try (ResultSet row = queryDue(statements, shard, now, 1).executeQuery()) {
            return row.next();
        }
    }

    private static List<Claim> readDue(SqliteStatements statements, int shard, Instant now, int limit)
            throws SQLException {
        List<Claim> claims = new ArrayList<>();
        List<Row> damaged = new ArrayList<>();
        try (ResultSet row = queryDue(statements, shard, now, limit).executeQuery()) {
            while (row.next()) {
                Instant dueAt = Instant.ofEpochMilli(row.getLong(2));
                try {
                    Webhook webhook = WebhookJson.readValue(row.getString(1), Webhook.class);
                    claims.add(new Claim(webhook, dueAt, UUID.randomUUID()));
                } catch (IllegalArgumentException e) {
                    damaged.add(new Row(dueAt, row.getString(3)));
                }
            }
        }
        for (Row row : damaged) {
            drop(statements, shard, row);
        }
        return claims;
    }

    private record Row(Instant dueAt, String id) {}

    /** Drops a damaged call, which can never be made and would stand before all others of its shard. */
    private static void drop(SqliteStatements statements, int shard, Row row) throws SQLException {
        log.error("Webhook {} is damaged in the database and was dropped", row.id());
        statements.update(
                "DELETE FROM callbacks_due WHERE shard = ? AND due_at = ? AND id = ?",
                shard,
                row.dueAt().toEpochMilli(),
                row.id());
    }

    private static PreparedStatement queryDue(SqliteStatements statements, int shard, Instant now, int limit)
            throws SQLException {
        PreparedStatement select = statements.prepare(
                "SELECT item, due_at, id FROM callbacks_due"
                        + " WHERE shard = ? AND due_at <= ? AND (claimed_until <= ? OR claimed_until > ?) ORDER BY due_at LIMIT ?");
        select.setInt(1, shard);
        select.setLong(2, now.toEpochMilli());
        select.setLong(3, now.toEpochMilli());
        select.setLong(4, now.plus(LONGEST_LEASE).toEpochMilli());
        select.setInt(5, limit);
        return select;
    }

    private static int deleteClaimed(SqliteStatements statements, Claim claim) throws SQLException {
        return statements.update(
                "DELETE FROM callbacks_due WHERE shard = ? AND due_at = ? AND id = ? AND token = ?",
                DueWebhooks.shardOf(claim.webhook()),
                claim.dueAt().toEpochMilli(),
                claim.webhook().id(),
                claim.token().toString());
    }

    private static Buried toBuried(ResultSet row) throws SQLException {
        return new Buried(WebhookJson.readValue(row.getString(1), Webhook.class), Instant.ofEpochMilli(row.getLong(2)));
    }
}

package dev.winnow.sqlite;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Feedback in the table {@code feedback}. */
final class SqliteFeedbackStore implements FeedbackStore {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Clock clock;
    private final SteadyExpiry expiry;

    SqliteFeedbackStore(SqliteWriter writer, SqliteReaders readers, Clock clock, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.expiry = expiry;
    }

    @Override
    public Optional<Feedback> saveFeedback(Feedback feedback) {
        long before = expiry.deletableBefore() - RETENTION.toMillis();
        return writer.writeAndWait(statements -> {
            PreparedStatement forget = statements.prepare(
                    "DELETE FROM feedback WHERE rowid IN (SELECT rowid FROM feedback WHERE given_at <= ? LIMIT 2)");
            forget.setLong(1, before);
            forget.executeUpdate();
            Optional<Feedback> earlier = findFeedback(statements, feedback);
            insertFeedback(statements, feedback);
            return earlier;
        });
    }

    @Override
    public List<Feedback> listFeedback(String tenant) {
        long since = clock.millis() - RETENTION.toMillis();
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare(
                    "SELECT tenant, key, message_id, label, topic, verdict, rules, text_hash, given_at"
                            + " FROM feedback WHERE tenant = ? AND given_at > ?");
            select.setString(1, tenant);
            select.setLong(2, since);
            List<Feedback> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(toFeedback(row));
                }
            }
            return all;
        });
    }

    @Override
    public List<Feedback> listFeedback(String tenant, String messageId) {
        long since = clock.millis() - RETENTION.toMillis();
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare(
                    "SELECT tenant, key, message_id, label, topic, verdict, rules, text_hash, given_at"
                            + " FROM feedback WHERE message_id = ? AND tenant = ? AND given_at > ?");
            select.setString(1, messageId);
            select.setString(2, tenant);
            select.setLong(3, since);
            List<Feedback> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(toFeedback(row));
                }
            }
            return all;
        });
    }

    private static Optional<Feedback> findFeedback(SqliteStatements statements, Feedback feedback) throws SQLException {
        PreparedStatement select = statements.prepare(
                "SELECT tenant, key, message_id, label, topic, verdict, rules, text_hash, given_at FROM feedback"
                        + " WHERE tenant = ? AND key = ? AND message_id = ?");
        select.setString(1, feedback.tenant());
        select.setString(2, feedback.key());
        select.setString(3, feedback.messageId());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(toFeedback(row)) : Optional.empty();
        }
    }

    private static void insertFeedback(SqliteStatements statements, Feedback feedback) throws SQLException {
        PreparedStatement insert = statements.prepare(
                "INSERT OR REPLACE INTO feedback (tenant, key, message_id, label, topic, verdict, rules, text_hash, given_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setString(1, feedback.tenant());
        insert.setString(2, feedback.key());
        insert.setString(3, feedback.messageId());
        insert.setString(4, feedback.label().name());
        insert.setString(5, feedback.topic() == null ? null : feedback.topic().name());
        insert.setString(6, feedback.verdict());
        insert.setString(7, String.join(",", feedback.rules()));
        insert.setString(8, feedback.textHash());
        insert.setLong(9, feedback.givenAt().toEpochMilli());
        insert.executeUpdate();
    }

    private static Feedback toFeedback(ResultSet row) throws SQLException {
        String topic = row.getString(5);
        String rules = row.getString(7);
        return new Feedback(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Feedback.Label.valueOf(row.getString(4)),
                topic == null ? null : Feedback.Topic.valueOf(topic),
                row.getString(6),
                rules.isEmpty() ? List.of() : List.of(rules.split(",", -1)),
                row.getString(8),
                Instant.ofEpochMilli(row.getLong(9)));
    }
}

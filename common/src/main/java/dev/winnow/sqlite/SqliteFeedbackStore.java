package dev.winnow.sqlite;

import dev.winnow.feedback.Feedback;
import dev.winnow.feedback.FeedbackStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Feedback in the table {@code feedback}. */
final class SqliteFeedbackStore implements FeedbackStore {
    private static final String SELECT =
            "SELECT tenant, key, message_id, label, topic, verdict, rules, text_hash, given_at FROM feedback";

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
            statements.update(
                    "DELETE FROM feedback WHERE rowid IN (SELECT rowid FROM feedback WHERE given_at <= ? LIMIT 2)",
                    before);
            List<Feedback> earlier = statements.list(
                    SELECT + " WHERE tenant = ? AND key = ? AND message_id = ?",
                    SqliteFeedbackStore::toFeedback,
                    feedback.tenant(),
                    feedback.key(),
                    feedback.messageId());
            insertFeedback(statements, feedback);
            return earlier.stream().findFirst();
        });
    }

    @Override
    public List<Feedback> listFeedback(String tenant) {
        long since = clock.millis() - RETENTION.toMillis();
        return readers.read(statements -> statements.list(
                SELECT + " WHERE tenant = ? AND given_at > ?", SqliteFeedbackStore::toFeedback, tenant, since));
    }

    @Override
    public List<Feedback> listFeedback(String tenant, String messageId) {
        long since = clock.millis() - RETENTION.toMillis();
        return readers.read(statements -> statements.list(
                SELECT + " WHERE message_id = ? AND tenant = ? AND given_at > ?",
                SqliteFeedbackStore::toFeedback,
                messageId,
                tenant,
                since));
    }

    private static void insertFeedback(SqliteStatements statements, Feedback feedback) throws SQLException {
        statements.update(
                "INSERT OR REPLACE INTO feedback (tenant, key, message_id, label, topic, verdict, rules, text_hash, given_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                feedback.tenant(),
                feedback.key(),
                feedback.messageId(),
                feedback.label().name(),
                feedback.topic() == null ? null : feedback.topic().name(),
                feedback.verdict(),
                String.join(",", feedback.rules()),
                feedback.textHash(),
                feedback.givenAt().toEpochMilli());
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

package dev.winnow.sqlite;

import dev.winnow.message.Envelope;
import dev.winnow.message.EnvelopeCodec;
import dev.winnow.message.MalformedEnvelopeException;
import dev.winnow.message.Priority;
import dev.winnow.message.SealedEnvelope;
import dev.winnow.queue.DeadLetter;
import dev.winnow.queue.DeadLetterBox;
import dev.winnow.queue.Delivery;
import dev.winnow.verdict.Retention;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters in the table {@code dead_letters}. A letter that is sent again stays in the table, marked, until its envelope is worked on, so
 * that a crash in between forgets neither the letter nor that its failed verdicts are to be replaced. Any thread.
 */
final class SqliteDeadLetters implements DeadLetterBox {
    private static final Logger log = LoggerFactory.getLogger(SqliteDeadLetters.class);
    private static final String COLUMNS = "envelope, reason, failed_at, sent_at, receives, ruleset, body";

    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SteadyExpiry expiry;
    private final Set<UUID> redriven = ConcurrentHashMap.newKeySet();
    private volatile Consumer<SealedEnvelope> live = envelope -> {
        throw new IllegalStateException("no queue takes envelope " + envelope.id() + ": make one durable first");
    };

    SqliteDeadLetters(SqliteWriter writer, SqliteReaders readers, SteadyExpiry expiry) {
        this.expiry = expiry;
        this.writer = writer;
        this.readers = readers;
        this.redriven.addAll(findRedriven());
    }

    /** Sends letters to this queue from now on. The envelope is on the spool already. */
    void sendTo(Consumer<SealedEnvelope> queue) {
        live = queue;
    }

    /** Keeps a letter, and forgets the ones that are older than the retention of dead letters. A body that is no envelope is not kept: nothing could work on it. */
    void keepLetter(DeadLetter letter) {
        Delivery delivery = letter.delivery();
        UUID envelope;
        try {
            envelope = EnvelopeCodec.idOf(delivery.body());
        } catch (MalformedEnvelopeException e) {
            log.error("A dead letter is no envelope and was not kept: {}", e.getMessage());
            return;
        }
        long before = expiry.deletableBefore() - Retention.DEAD_LETTERS.toMillis();
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement forget =
                    statements.prepare("DELETE FROM dead_letters WHERE failed_at < ? AND redriven = 0");
            forget.setLong(1, before);
            forget.executeUpdate();
            PreparedStatement insert = statements.prepare(
                    "INSERT OR REPLACE INTO dead_letters (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)");
            insert.setBytes(1, SqliteKeys.toBytes(envelope));
            insert.setString(2, letter.reason());
            insert.setLong(3, letter.failedAt().toEpochMilli());
            insert.setLong(4, delivery.sentAt().toEpochMilli());
            insert.setInt(5, delivery.receiveCount());
            insert.setString(6, letter.ruleset());
            insert.setString(7, delivery.body());
            return insert.executeUpdate();
        });
        redriven.remove(envelope);
    }

    /** Whether a letter is on its way again. Without such letters this costs one look at an empty set. */
    boolean isRedriven(String body) {
        if (redriven.isEmpty()) {
            return false;
        }
        try {
            return redriven.contains(EnvelopeCodec.idOf(body));
        } catch (MalformedEnvelopeException e) {
            return false;
        }
    }

    /** Forgets the letters of envelopes that were sent again and are worked on now. */
    void forgetRedriven(List<UUID> envelopes) {
        List<UUID> done = envelopes.stream().filter(redriven::contains).toList();
        if (!done.isEmpty()) {
            int _ = writer.writeAndWait(statements -> {
                for (UUID envelope : done) {
                    deleteLetter(statements, envelope, 1);
                }
                return done.size();
            });
            done.forEach(redriven::remove);
        }
    }

    @Override
    public long countLetters() {
        return readers.read(statements -> {
            try (ResultSet row = statements
                    .prepare("SELECT count(*) FROM dead_letters WHERE redriven = 0")
                    .executeQuery()) {
                return row.next() ? row.getLong(1) : 0L;
            }
        });
    }

    @Override
    public List<Group> groupLetters(int limit) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare("SELECT reason, count(*), min(failed_at), max(failed_at)"
                    + " FROM dead_letters WHERE redriven = 0 GROUP BY reason ORDER BY 2 DESC LIMIT ?");
            select.setInt(1, limit);
            List<Group> groups = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    groups.add(new Group(
                            row.getString(1),
                            row.getLong(2),
                            Instant.ofEpochMilli(row.getLong(3)),
                            Instant.ofEpochMilli(row.getLong(4))));
                }
            }
            return groups;
        });
    }

    @Override
    public List<Letter> listLetters(@Nullable String reason, int limit) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare("SELECT " + COLUMNS
                    + " FROM dead_letters WHERE redriven = 0" + (reason == null ? "" : " AND reason = ?2")
                    + " ORDER BY failed_at DESC LIMIT ?1");
            select.setInt(1, Math.min(limit, MAX_LIST));
            if (reason != null) {
                select.setString(2, reason);
            }
            return readLetters(select);
        });
    }

    @Override
    public Optional<Letter> findLetter(UUID envelope) {
        return readers
                .read(statements -> {
                    PreparedStatement select = statements.prepare(
                            "SELECT " + COLUMNS + " FROM dead_letters WHERE envelope = ? AND redriven = 0");
                    select.setBytes(1, SqliteKeys.toBytes(envelope));
                    return readLetters(select);
                })
                .stream()
                .findFirst();
    }

    @Override
    public boolean redriveLetter(UUID envelope) {
        Optional<SealedEnvelope> sealed = findLetter(envelope).flatMap(SqliteDeadLetters::seal);
        if (sealed.isEmpty()) {
            return false;
        }
        redriven.add(envelope);
        boolean marked = writer.writeAndWait(statements -> {
            PreparedStatement mark =
                    statements.prepare("UPDATE dead_letters SET redriven = 1 WHERE envelope = ? AND redriven = 0");
            mark.setBytes(1, SqliteKeys.toBytes(envelope));
            if (mark.executeUpdate() == 0) {
                return false;
            }
            SqliteSpool.insertEnvelope(statements, sealed.get());
            return true;
        });
        if (marked) {
            live.accept(sealed.get());
        }
        return marked;
    }

    @Override
    public boolean discardLetter(UUID envelope) {
        return writer.writeAndWait(statements -> deleteLetter(statements, envelope, 0)) > 0;
    }

    private static int deleteLetter(SqliteStatements statements, UUID envelope, int mark) throws SQLException {
        PreparedStatement delete = statements.prepare("DELETE FROM dead_letters WHERE envelope = ? AND redriven = ?");
        delete.setBytes(1, SqliteKeys.toBytes(envelope));
        delete.setInt(2, mark);
        return delete.executeUpdate();
    }

    private Set<UUID> findRedriven() {
        return readers.read(statements -> {
            Set<UUID> found = new HashSet<>();
            try (ResultSet row = statements
                    .prepare("SELECT envelope FROM dead_letters WHERE redriven = 1")
                    .executeQuery()) {
                while (row.next()) {
                    found.add(SqliteKeys.toUuid(row.getBytes(1)));
                }
            }
            return found;
        });
    }

    private static Optional<SealedEnvelope> seal(Letter letter) {
        try {
            Envelope envelope = EnvelopeCodec.decode(letter.body());
            return Optional.of(new SealedEnvelope(
                    envelope.id(),
                    envelope.fairnessGroup(),
                    Priority.LIVE,
                    envelope.slots().size(),
                    letter.body()));
        } catch (MalformedEnvelopeException e) {
            return Optional.empty();
        }
    }

    private static List<Letter> readLetters(PreparedStatement select) throws SQLException {
        List<Letter> letters = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                letters.add(new Letter(
                        SqliteKeys.toUuid(row.getBytes(1)),
                        row.getString(2),
                        Instant.ofEpochMilli(row.getLong(3)),
                        Instant.ofEpochMilli(row.getLong(4)),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7)));
            }
        }
        return letters;
    }
}

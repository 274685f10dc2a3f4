package dev.winnow.sqlite;

import dev.winnow.webhook.WebhookJson;
import dev.winnow.webhook.WebhookNotice;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The webhook notices that are not worked on yet, in the table {@code callback_spool}. Any thread. */
final class NoticeSpool {
    private static final Logger log = LoggerFactory.getLogger(NoticeSpool.class);

    private final SqliteWriter writer;
    private final SqliteReaders readers;

    NoticeSpool(SqliteWriter writer, SqliteReaders readers) {
        this.writer = writer;
        this.readers = readers;
    }

    /** The key of a notice: an envelope has one notice for each revision of its verdicts. */
    record NoticeKey(UUID envelope, int revision) {
        static NoticeKey of(WebhookNotice notice) {
            return new NoticeKey(notice.envelope(), notice.revision());
        }
    }

    void add(WebhookNotice notice) {
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement insert = statements.prepare(
                    "INSERT OR REPLACE INTO callback_spool (envelope, revision, item) VALUES (?, ?, ?)");
            insert.setBytes(1, SqliteKeys.toBytes(notice.envelope()));
            insert.setInt(2, notice.revision());
            insert.setString(3, WebhookJson.writeValue(notice));
            return insert.executeUpdate();
        });
    }

    CompletableFuture<Integer> remove(List<NoticeKey> keys) {
        return writer.queueWrite(statements -> {
            PreparedStatement delete =
                    statements.prepare("DELETE FROM callback_spool WHERE envelope = ? AND revision = ?");
            for (NoticeKey key : keys) {
                delete.setBytes(1, SqliteKeys.toBytes(key.envelope()));
                delete.setInt(2, key.revision());
                delete.executeUpdate();
            }
            return keys.size();
        });
    }

    List<NoticeKey> listOldest(int limit) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare(
                    "SELECT envelope, revision FROM callback_spool ORDER BY envelope, revision LIMIT ?");
            select.setInt(1, limit);
            List<NoticeKey> oldest = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    oldest.add(new NoticeKey(SqliteKeys.toUuid(row.getBytes(1)), row.getInt(2)));
                }
            }
            return oldest;
        });
    }

    /** Reads a notice. A damaged one is removed and logged, because it would stand in the way of all others. */
    Optional<WebhookNotice> find(NoticeKey key) {
        try {
            return read(key).map(item -> WebhookJson.readValue(item, WebhookNotice.class));
        } catch (IllegalArgumentException e) {
            log.error("The webhook notice of envelope {} is damaged in the database and was dropped", key.envelope());
            var _ = remove(List.of(key));
            return Optional.empty();
        }
    }

    private Optional<String> read(NoticeKey key) {
        return readers.read(statements -> {
            PreparedStatement select =
                    statements.prepare("SELECT item FROM callback_spool WHERE envelope = ? AND revision = ?");
            select.setBytes(1, SqliteKeys.toBytes(key.envelope()));
            select.setInt(2, key.revision());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        });
    }
}

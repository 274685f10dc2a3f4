package dev.winnow.sqlite;

import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.WebhookJson;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Attempts in the table {@code callback_attempts}. */
final class SqliteAttemptLog implements AttemptLog {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Clock clock;
    private final SteadyExpiry expiry;

    SqliteAttemptLog(SqliteWriter writer, SqliteReaders readers, Clock clock, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.expiry = expiry;
    }

    @Override
    public void saveAttempts(String endpoint, String by, List<Attempt> latest) {
        int _ = writer.writeAndWait(statements -> {
            PreparedStatement sweep = statements.prepare("DELETE FROM callback_attempts WHERE expires_at <= ?");
            sweep.setLong(1, expiry.deletableBefore());
            sweep.executeUpdate();
            PreparedStatement insert = statements.prepare(
                    "INSERT OR REPLACE INTO callback_attempts (endpoint, writer, expires_at, item) VALUES (?, ?, ?, ?)");
            insert.setString(1, endpoint);
            insert.setString(2, by);
            insert.setLong(3, clock.instant().plus(RETENTION).toEpochMilli());
            insert.setString(4, WebhookJson.writeValue(latest));
            return insert.executeUpdate();
        });
    }

    @Override
    public List<Attempt> listAttempts(String endpoint) {
        return readers.read(statements -> {
            PreparedStatement select =
                    statements.prepare("SELECT item FROM callback_attempts WHERE endpoint = ? AND expires_at > ?");
            select.setString(1, endpoint);
            select.setLong(2, clock.millis());
            List<Attempt> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.addAll(WebhookJson.readAttempts(row.getString(1)));
                }
            }
            all.sort(Comparator.comparing(Attempt::at).reversed());
            return all;
        });
    }
}

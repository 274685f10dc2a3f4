package dev.winnow.sqlite;

import dev.winnow.webhook.Attempt;
import dev.winnow.webhook.AttemptLog;
import dev.winnow.webhook.WebhookJson;
import java.time.Clock;
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
            statements.update("DELETE FROM callback_attempts WHERE expires_at <= ?", expiry.deletableBefore());
            return statements.update(
                    "INSERT OR REPLACE INTO callback_attempts (endpoint, writer, expires_at, item) VALUES (?, ?, ?, ?)",
                    endpoint,
                    by,
                    clock.instant().plus(RETENTION).toEpochMilli(),
                    WebhookJson.writeValue(latest));
        });
    }

    @Override
    public List<Attempt> listAttempts(String endpoint) {
        return readers
                .read(statements -> statements.list(
                        "SELECT item FROM callback_attempts WHERE endpoint = ? AND expires_at > ?",
                        row -> WebhookJson.readAttempts(row.getString(1)),
                        endpoint,
                        clock.millis()))
                .stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Attempt::at).reversed())
                .toList();
    }
}

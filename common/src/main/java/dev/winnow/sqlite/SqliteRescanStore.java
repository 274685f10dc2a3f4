package dev.winnow.sqlite;

import dev.winnow.history.RescanStore;
import dev.winnow.history.StoredRescan;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** Rescans in the table {@code rescans}. */
final class SqliteRescanStore implements RescanStore {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final Clock clock;
    private final SteadyExpiry expiry;

    SqliteRescanStore(SqliteWriter writer, SqliteReaders readers, Clock clock, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.clock = clock;
        this.expiry = expiry;
    }

    @Override
    public boolean saveRescan(StoredRescan rescan) {
        String item = JsonMapper.shared().writeValueAsString(rescan);
        long before = expiry.deletableBefore();
        int saved = writer.writeAndWait(statements -> {
            if (rescan.revision() > 1) {
                return statements.update(
                        "UPDATE rescans SET revision = ?, item = ? WHERE id = ? AND revision = ?",
                        rescan.revision(),
                        item,
                        rescan.id(),
                        rescan.revision() - 1);
            }
            statements.update("DELETE FROM rescans WHERE expires_at < ?", before);
            return statements.update(
                    "INSERT OR IGNORE INTO rescans (id, revision, started_at, expires_at, item) VALUES (?, 1, ?, ?, ?)",
                    rescan.id(),
                    rescan.startedAt().toEpochMilli(),
                    rescan.expiresAt().toEpochMilli(),
                    item);
        });
        return saved == 1;
    }

    @Override
    public List<StoredRescan> listRescans() {
        long now = clock.millis();
        return readers.read(statements -> statements.list(
                "SELECT item FROM rescans WHERE expires_at > ? ORDER BY started_at, id",
                row -> JsonMapper.shared().readValue(row.getString(1), StoredRescan.class),
                now));
    }
}

package dev.winnow.sqlite;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.AuditLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries in the table {@code audit}, whose trigger refuses changes. */
final class SqliteAuditLog implements AuditLog {
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final SteadyExpiry expiry;

    SqliteAuditLog(SqliteWriter writer, SqliteReaders readers, SteadyExpiry expiry) {
        this.writer = writer;
        this.readers = readers;
        this.expiry = expiry;
    }

    @Override
    public void appendEntry(AuditEntry entry) {
        long before = Math.max(0, expiry.deletableBefore() - RETENTION.toMillis());
        int added = writer.writeAndWait(statements -> {
            statements.update("DELETE FROM audit WHERE id < ?", "%013d".formatted(before));
            return insertEntry(statements, entry);
        });
        if (added == 0) {
            throw new IllegalStateException("the audit log has an entry " + entry.id() + "; it was not changed");
        }
    }

    @Override
    public List<AuditEntry> listEntries(@Nullable String before, int limit) {
        return readers.read(statements -> statements.list(
                "SELECT id, at, by, role, channel, action, target, detail FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?",
                SqliteAuditLog::toEntry,
                before == null ? "~" : before,
                limit));
    }

    private static int insertEntry(SqliteStatements statements, AuditEntry entry) throws SQLException {
        return statements.update(
                "INSERT OR IGNORE INTO audit (id, at, by, role, channel, action, target, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                entry.id(),
                entry.at().toEpochMilli(),
                entry.by(),
                entry.role(),
                entry.channel(),
                entry.action(),
                entry.target(),
                entry.detail());
    }

    private static AuditEntry toEntry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8));
    }
}

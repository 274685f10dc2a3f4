package dev.winnow.sqlite;

import dev.winnow.audit.AuditEntry;
import dev.winnow.audit.AuditLog;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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
            PreparedStatement forget = statements.prepare("DELETE FROM audit WHERE id < ?");
            forget.setString(1, "%013d".formatted(before));
            forget.executeUpdate();
            return insertEntry(statements, entry);
        });
        if (added == 0) {
            throw new IllegalStateException("the audit log has an entry " + entry.id() + "; it was not changed");
        }
    }

    @Override
    public List<AuditEntry> listEntries(@Nullable String before, int limit) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare(
                    "SELECT id, at, by, role, channel, action, target, detail FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?");
            select.setString(1, before == null ? "~" : before);
            select.setInt(2, limit);
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    entries.add(toEntry(row));
                }
            }
            return entries;
        });
    }

    private static int insertEntry(SqliteStatements statements, AuditEntry entry) throws SQLException {
        PreparedStatement insert = statements.prepare(
                "INSERT OR IGNORE INTO audit (id, at, by, role, channel, action, target, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.setString(1, entry.id());
        insert.setLong(2, entry.at().toEpochMilli());
        insert.setString(3, entry.by());
        insert.setString(4, entry.role());
        insert.setString(5, entry.channel());
        insert.setString(6, entry.action());
        insert.setString(7, entry.target());
        insert.setString(8, entry.detail());
        return insert.executeUpdate();
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

package dev.winnow.sqlite;

import dev.winnow.verdict.CrashMarks;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Marks in the table {@code marks}. */
final class SqliteCrashMarks implements CrashMarks {
    private final SqliteWriter writer;
    private final SqliteReaders readers;

    SqliteCrashMarks(SqliteWriter writer, SqliteReaders readers) {
        this.writer = writer;
        this.readers = readers;
    }

    @Override
    public void markSlots(UUID envelope, Set<Integer> slots) {
        byte[] key = SqliteKeys.toBytes(envelope);
        int _ = writer.writeAndWait(statements -> {
            removeMarks(statements, key);
            PreparedStatement insert = statements.prepare("INSERT INTO marks (envelope, slot) VALUES (?, ?)");
            for (int slot : slots) {
                insert.setBytes(1, key);
                insert.setInt(2, slot);
                insert.executeUpdate();
            }
            return slots.size();
        });
    }

    @Override
    public Set<Integer> findMarks(UUID envelope) {
        return readers.read(statements -> {
            PreparedStatement select = statements.prepare("SELECT slot FROM marks WHERE envelope = ?");
            select.setBytes(1, SqliteKeys.toBytes(envelope));
            Set<Integer> slots = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    slots.add(row.getInt(1));
                }
            }
            return slots;
        });
    }

    static void removeMarks(SqliteStatements statements, byte[] envelope) throws SQLException {
        PreparedStatement delete = statements.prepare("DELETE FROM marks WHERE envelope = ?");
        delete.setBytes(1, envelope);
        delete.executeUpdate();
    }
}

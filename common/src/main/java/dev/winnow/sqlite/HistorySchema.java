package dev.winnow.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** The tables of the history's file, and their version in {@code user_version}. */
final class HistorySchema {
    private static final int VERSION = 1;

    private static final List<String> TABLES = List.of(
            "CREATE TABLE IF NOT EXISTS write_probe (id INTEGER PRIMARY KEY, filling BLOB NOT NULL)",
            """
            CREATE TABLE IF NOT EXISTS messages (
              accepted_at INTEGER NOT NULL,
              envelope    BLOB NOT NULL,
              slot        INTEGER NOT NULL,
              tenant      TEXT NOT NULL,
              item        TEXT NOT NULL,
              PRIMARY KEY (accepted_at, envelope, slot)
            ) WITHOUT ROWID""",
            "CREATE INDEX IF NOT EXISTS messages_by_tenant ON messages (tenant, accepted_at)");

    private HistorySchema() {}

    /**
     * Makes the tables of a new file.
     *
     * @throws SQLException if the file cannot be written, or if a newer release wrote it
     */
    static void migrate(SqliteTransactions transactions) throws SQLException {
        SqliteStatements statements = transactions.begin();
        try (ResultSet row = statements.prepare("PRAGMA user_version").executeQuery()) {
            int version = row.next() ? row.getInt(1) : 0;
            if (version > VERSION) {
                throw new NewerSchemaException(version, VERSION);
            }
        }
        for (String table : TABLES) {
            statements.prepare(table).executeUpdate();
        }
        statements.prepare("PRAGMA user_version = " + VERSION).executeUpdate();
        transactions.commit();
    }
}

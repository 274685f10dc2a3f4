package dev.winnow.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The tables of the file and their version in {@code user_version}; 0 is the first release, which set no version. Each later version is a
 * step from the one before, so that a file of any earlier release is brought up to date at its first start.
 */
final class SqliteSchema {
    /** The version that this release reads and writes. */
    static final int VERSION = 6;

    private SqliteSchema() {}

    /**
     * Brings the file up to date in one transaction.
     *
     * @throws SQLException if the file cannot be written, or if a newer release wrote it
     */
    static void migrate(SqliteTransactions transactions) throws SQLException {
        SqliteStatements statements = transactions.begin();
        int version = readVersion(statements);
        if (version > VERSION) {
            transactions.abandon();
            throw new NewerSchemaException(version, VERSION);
        }
        if (version == 0) {
            createFirstRelease(statements);
            upgradeToVersion1(statements);
        }
        if (version < 2) {
            upgradeToVersion2(statements);
        }
        if (version < 3) {
            createConsoleTables(statements);
        }
        if (version < 4) {
            createCampaignTables(statements);
        }
        if (version < 5) {
            upgradeToVersion5(statements);
        }
        if (version < 6) {
            upgradeToVersion6(statements);
        }
        execute(statements, "PRAGMA user_version = " + VERSION);
        transactions.commit();
    }

    private static int readVersion(SqliteStatements statements) throws SQLException {
        try (ResultSet row = statements.prepare("PRAGMA user_version").executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private static void upgradeToVersion1(SqliteStatements statements) throws SQLException {
        execute(statements, "ALTER TABLE verdicts ADD COLUMN checksum INTEGER");
        execute(statements, "CREATE TABLE write_probe (id INTEGER PRIMARY KEY, filling BLOB NOT NULL)");
    }

    private static void upgradeToVersion2(SqliteStatements statements) throws SQLException {
        execute(statements, """
                CREATE TABLE rule_hours (
                  hour   INTEGER NOT NULL,
                  writer TEXT NOT NULL,
                  item   TEXT NOT NULL,
                  PRIMARY KEY (hour, writer)
                ) WITHOUT ROWID""");
        execute(statements, "CREATE TABLE rule_days (day INTEGER PRIMARY KEY, item TEXT NOT NULL)");
    }

    /** Version 4: what workers report of campaigns, and the campaigns. */
    private static void createCampaignTables(SqliteStatements statements) throws SQLException {
        execute(statements, """
                CREATE TABLE wave_reports (
                  at     INTEGER NOT NULL,
                  worker TEXT NOT NULL,
                  item   TEXT NOT NULL,
                  PRIMARY KEY (at, worker)
                ) WITHOUT ROWID""");
        execute(statements, """
                CREATE TABLE campaigns (
                  id        TEXT PRIMARY KEY,
                  last_seen INTEGER NOT NULL,
                  item      TEXT NOT NULL
                ) WITHOUT ROWID""");
    }

    /** Version 3: the tables that the console reads. */
    private static void createConsoleTables(SqliteStatements statements) throws SQLException {
        execute(statements, """
                CREATE TABLE audit (
                  id      TEXT PRIMARY KEY,
                  at      INTEGER NOT NULL,
                  by      TEXT NOT NULL,
                  role    TEXT NOT NULL,
                  channel TEXT NOT NULL,
                  action  TEXT NOT NULL,
                  target  TEXT NOT NULL,
                  detail  TEXT NOT NULL
                ) WITHOUT ROWID""");
        execute(statements, """
                CREATE TRIGGER audit_is_append_only BEFORE UPDATE ON audit
                BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END""");
        execute(statements, """
                CREATE TABLE pulses (
                  resolution INTEGER NOT NULL,
                  start      INTEGER NOT NULL,
                  instance   TEXT NOT NULL,
                  item       TEXT NOT NULL,
                  PRIMARY KEY (resolution, start, instance)
                ) WITHOUT ROWID""");
        execute(statements, """
                CREATE TABLE dead_letters (
                  envelope  BLOB PRIMARY KEY,
                  reason    TEXT NOT NULL,
                  failed_at INTEGER NOT NULL,
                  sent_at   INTEGER NOT NULL,
                  receives  INTEGER NOT NULL,
                  ruleset   TEXT NOT NULL,
                  body      TEXT NOT NULL,
                  redriven  INTEGER NOT NULL DEFAULT 0
                ) WITHOUT ROWID""");
        execute(statements, "CREATE INDEX feedback_by_message ON feedback (message_id)");
        execute(statements, "CREATE INDEX dead_letters_by_time ON dead_letters (redriven, failed_at)");
        execute(statements, "CREATE INDEX dead_letters_by_reason ON dead_letters (redriven, reason, failed_at)");
    }

    private static void upgradeToVersion5(SqliteStatements statements) throws SQLException {
        execute(statements, """
                CREATE TABLE rescans (
                  id         TEXT PRIMARY KEY,
                  revision   INTEGER NOT NULL,
                  started_at INTEGER NOT NULL,
                  expires_at INTEGER NOT NULL,
                  item       TEXT NOT NULL
                ) WITHOUT ROWID""");
    }

    private static void upgradeToVersion6(SqliteStatements statements) throws SQLException {
        execute(statements, """
                CREATE TABLE tenant_usage (
                  tenant TEXT NOT NULL,
                  day    INTEGER NOT NULL,
                  writer TEXT NOT NULL,
                  item   TEXT NOT NULL,
                  PRIMARY KEY (tenant, day, writer)
                ) WITHOUT ROWID""");
        execute(statements, "CREATE INDEX tenant_usage_by_day ON tenant_usage (day)");
    }

    private static void execute(SqliteStatements statements, String sql) throws SQLException {
        statements.prepare(sql).executeUpdate();
    }

    private static void createFirstRelease(SqliteStatements statement) throws SQLException {
        execute(statement, """
                CREATE TABLE IF NOT EXISTS verdicts (
                  envelope   BLOB PRIMARY KEY,
                  item       BLOB NOT NULL,
                  revision   INTEGER NOT NULL,
                  expires_at INTEGER NOT NULL
                ) WITHOUT ROWID""");
        execute(statement, "CREATE INDEX IF NOT EXISTS verdicts_by_expiry ON verdicts (expires_at)");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS spool (
                  envelope       BLOB PRIMARY KEY,
                  fairness_group TEXT NOT NULL,
                  priority       TEXT NOT NULL,
                  slots          INTEGER NOT NULL,
                  body           TEXT NOT NULL
                ) WITHOUT ROWID""");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS marks (
                  envelope BLOB NOT NULL,
                  slot     INTEGER NOT NULL,
                  PRIMARY KEY (envelope, slot)
                ) WITHOUT ROWID""");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS requests (
                  tenant      TEXT NOT NULL,
                  hash        TEXT NOT NULL,
                  fingerprint TEXT NOT NULL,
                  token       TEXT NOT NULL,
                  lease_until INTEGER NOT NULL,
                  message_id  TEXT,
                  expires_at  INTEGER NOT NULL,
                  PRIMARY KEY (tenant, hash)
                )""");
        execute(statement, "CREATE INDEX IF NOT EXISTS requests_by_expiry ON requests (expires_at)");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS feedback (
                  tenant     TEXT NOT NULL,
                  key        TEXT NOT NULL,
                  message_id TEXT NOT NULL,
                  label      TEXT NOT NULL,
                  topic      TEXT,
                  verdict    TEXT,
                  rules      TEXT NOT NULL,
                  text_hash  TEXT,
                  given_at   INTEGER NOT NULL,
                  PRIMARY KEY (tenant, key, message_id)
                )""");
        execute(statement, "CREATE INDEX IF NOT EXISTS feedback_by_time ON feedback (given_at)");
        createWebhookTables(statement);
    }

    private static void createWebhookTables(SqliteStatements statement) throws SQLException {
        execute(statement, """
                CREATE TABLE IF NOT EXISTS endpoints (
                  tenant   TEXT NOT NULL,
                  id       TEXT NOT NULL,
                  revision INTEGER NOT NULL,
                  active   INTEGER NOT NULL,
                  item     TEXT NOT NULL,
                  PRIMARY KEY (tenant, id)
                )""");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS callbacks_due (
                  shard         INTEGER NOT NULL,
                  due_at        INTEGER NOT NULL,
                  id            TEXT NOT NULL,
                  claimed_until INTEGER NOT NULL,
                  token         TEXT,
                  expires_at    INTEGER NOT NULL,
                  item          TEXT NOT NULL,
                  PRIMARY KEY (shard, due_at, id)
                ) WITHOUT ROWID""");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS callbacks_buried (
                  endpoint   TEXT NOT NULL,
                  id         TEXT NOT NULL,
                  at         INTEGER NOT NULL,
                  expires_at INTEGER NOT NULL,
                  item       TEXT NOT NULL,
                  PRIMARY KEY (endpoint, id)
                ) WITHOUT ROWID""");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS callback_attempts (
                  endpoint   TEXT NOT NULL,
                  writer     TEXT NOT NULL,
                  expires_at INTEGER NOT NULL,
                  item       TEXT NOT NULL,
                  PRIMARY KEY (endpoint, writer)
                )""");
        execute(statement, """
                CREATE TABLE IF NOT EXISTS callback_spool (
                  envelope BLOB NOT NULL,
                  revision INTEGER NOT NULL,
                  item     TEXT NOT NULL,
                  PRIMARY KEY (envelope, revision)
                ) WITHOUT ROWID""");
    }
}

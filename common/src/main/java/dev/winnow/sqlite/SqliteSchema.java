package dev.winnow.sqlite;

import java.sql.SQLException;
import java.sql.Statement;

/** The tables of the file. */
final class SqliteSchema {
    private SqliteSchema() {}

    static void create(Statement statement) throws SQLException {
        statement.executeUpdate("""
                CREATE TABLE IF NOT EXISTS verdicts (
                  envelope   BLOB PRIMARY KEY,
                  item       BLOB NOT NULL,
                  revision   INTEGER NOT NULL,
                  expires_at INTEGER NOT NULL
                ) WITHOUT ROWID""");
        statement.executeUpdate("CREATE INDEX IF NOT EXISTS verdicts_by_expiry ON verdicts (expires_at)");
        statement.executeUpdate("""
                CREATE TABLE IF NOT EXISTS spool (
                  envelope       BLOB PRIMARY KEY,
                  fairness_group TEXT NOT NULL,
                  priority       TEXT NOT NULL,
                  slots          INTEGER NOT NULL,
                  body           TEXT NOT NULL
                ) WITHOUT ROWID""");
        statement.executeUpdate("""
                CREATE TABLE IF NOT EXISTS marks (
                  envelope BLOB NOT NULL,
                  slot     INTEGER NOT NULL,
                  PRIMARY KEY (envelope, slot)
                ) WITHOUT ROWID""");
        statement.executeUpdate("""
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
        statement.executeUpdate("CREATE INDEX IF NOT EXISTS requests_by_expiry ON requests (expires_at)");
        statement.executeUpdate("""
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
        statement.executeUpdate("CREATE INDEX IF NOT EXISTS feedback_by_time ON feedback (given_at)");
        createForCallbacks(statement);
    }

    private static void createForCallbacks(Statement statement) throws SQLException {
        statement.executeUpdate("""
                CREATE TABLE IF NOT EXISTS endpoints (
                  tenant   TEXT NOT NULL,
                  id       TEXT NOT NULL,
                  revision INTEGER NOT NULL,
                  active   INTEGER NOT NULL,
                  item     TEXT NOT NULL,
                  PRIMARY KEY (tenant, id)
                )""");
        statement.executeUpdate("""
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
        statement.executeUpdate("""
                CREATE TABLE IF NOT EXISTS callbacks_buried (
                  endpoint   TEXT NOT NULL,
                  id         TEXT NOT NULL,
                  at         INTEGER NOT NULL,
                  expires_at INTEGER NOT NULL,
                  item       TEXT NOT NULL,
                  PRIMARY KEY (endpoint, id)
                ) WITHOUT ROWID""");
        statement.executeUpdate("""
                CREATE TABLE IF NOT EXISTS callback_attempts (
                  endpoint   TEXT NOT NULL,
                  writer     TEXT NOT NULL,
                  expires_at INTEGER NOT NULL,
                  item       TEXT NOT NULL,
                  PRIMARY KEY (endpoint, writer)
                )""");
        statement.executeUpdate("""
                CREATE TABLE IF NOT EXISTS callback_spool (
                  envelope BLOB NOT NULL,
                  revision INTEGER NOT NULL,
                  item     TEXT NOT NULL,
                  PRIMARY KEY (envelope, revision)
                ) WITHOUT ROWID""");
    }
}
